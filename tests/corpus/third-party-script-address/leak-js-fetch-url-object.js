fetch(new URL("https://js-fetch-url-object.leak.test/"))
