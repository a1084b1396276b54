new FontFace("x", "url(https://js-font-face.leak.test/x.woff2)").load()
