new Image().srcset = "https://js-image-srcset.leak.test/x.png 2x, /own.png 1x"
