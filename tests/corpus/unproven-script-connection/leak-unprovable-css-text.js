document.body.style.cssText = document.title
