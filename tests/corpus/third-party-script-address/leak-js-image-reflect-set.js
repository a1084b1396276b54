Reflect.set(new Image(), "src", "https://js-image-reflect-set.leak.test/x.png")
