fetchLater("https://js-fetch-later.leak.test/", { activateAfter: 0 })
