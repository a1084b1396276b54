new Image().src = "https://js-image.leak.test/x.png"
