fetch("HTTPS://js-fold-lower-case.leak.test/".toLowerCase())
