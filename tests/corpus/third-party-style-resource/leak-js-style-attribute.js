document.body.setAttribute("style", "background: url(https://js-style-attribute.leak.test/x.png)")
