import(document.title)
