fetch(document.title)
