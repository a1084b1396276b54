document.body.style.setProperty("background", "url(https://js-style-set-property.leak.test/x.png)")
