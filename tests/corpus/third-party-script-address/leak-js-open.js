open("https://js-open.leak.test/")
