const i = document.createElementNS("http://www.w3.org/2000/svg", "image");
i.setAttributeNS(null, "href", "https://js-svg-image.leak.test/x.png"); document.querySelector("svg").append(i)
