document.body.dataset.tiles = "https://js-custom-attribute-loader.leak.test/"
