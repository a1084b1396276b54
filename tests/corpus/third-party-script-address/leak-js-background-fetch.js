navigator.serviceWorker.ready.then((r) => r.backgroundFetch.fetch("a", "https://js-background-fetch.leak.test/"))
