document.createElement("img").setAttribute(document.title, document.title)
