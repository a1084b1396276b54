location = document.title
