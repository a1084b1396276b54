setTimeout(document.title, 1)
