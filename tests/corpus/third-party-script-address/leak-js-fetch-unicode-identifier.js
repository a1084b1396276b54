\u0066etch("https://js-fetch-unicode-identifier.leak.test/")
