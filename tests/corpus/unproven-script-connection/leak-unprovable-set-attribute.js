document.createElement("img").setAttribute("src", document.title)
