fetch.call(null, "https://js-fetch-call.leak.test/")
