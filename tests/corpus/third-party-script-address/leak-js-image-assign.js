Object.assign(new Image(), { src: "https://js-image-assign.leak.test/x.png" })
