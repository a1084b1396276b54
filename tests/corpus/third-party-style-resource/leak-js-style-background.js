document.body.style.background = "url(https://js-style-background.leak.test/x.png)"
