new Image().src = document.title
