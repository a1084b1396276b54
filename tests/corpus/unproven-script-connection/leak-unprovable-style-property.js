document.body.style.backgroundImage = document.title
