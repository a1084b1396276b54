window.fetch("https://js-fetch-no-cors.leak.test/", { mode: "no-cors" })
