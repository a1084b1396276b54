document.body.outerHTML = document.title
