fetch(String.fromCodePoint(47, 47) + "js-fold-from-code-point.leak.test/")
