document.createElement("img").setAttribute("src", "https://js-image-attribute.leak.test/x.png")
