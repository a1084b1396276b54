new Function(document.title)()
