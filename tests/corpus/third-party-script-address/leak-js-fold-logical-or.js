fetch("" || "https://js-fold-logical-or.leak.test/")
