fetch("https://" + "js-fold-concatenation.leak.test" + "/")
