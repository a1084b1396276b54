document.body.addEventListener("mouseover", () => fetch("https://js-on-hover.leak.test/"))
