fetch(new URL("x", "https://js-fetch-url-with-base.leak.test/"))
