open(document.title)
