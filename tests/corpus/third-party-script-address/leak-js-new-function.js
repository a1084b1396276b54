new Function("fetch('https://js-new-function.leak.test/')")()
