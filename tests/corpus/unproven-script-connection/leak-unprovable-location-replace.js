location.replace(document.title)
