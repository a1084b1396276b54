fetch("https://js-bom.leak.test/")
