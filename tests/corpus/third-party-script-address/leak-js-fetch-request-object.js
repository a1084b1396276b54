fetch(new Request("https://js-fetch-request-object.leak.test/"))
