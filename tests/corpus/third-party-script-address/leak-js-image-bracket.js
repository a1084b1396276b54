new Image()["s" + "rc"] = "https://js-image-bracket.leak.test/x.png"
