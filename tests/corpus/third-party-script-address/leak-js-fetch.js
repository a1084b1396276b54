fetch("https://js-fetch.leak.test/")
