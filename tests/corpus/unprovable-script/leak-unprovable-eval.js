eval(document.title)
