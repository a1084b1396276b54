fetch("https://".concat("js-fold-concat-method.leak.test", "/"))
