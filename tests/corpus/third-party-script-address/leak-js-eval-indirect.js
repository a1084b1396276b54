(0, eval)("fetch('https://js-eval-indirect.leak.test/')")
