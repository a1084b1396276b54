document.write(document.title)
