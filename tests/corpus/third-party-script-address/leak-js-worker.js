new Worker("https://js-worker.leak.test/w.js")
