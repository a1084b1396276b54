document.body.background = "https://js-body-background.leak.test/x.png"
