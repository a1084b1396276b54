fetch("https:" + "//js-fold-concatenation-of-scheme.leak.test/")
