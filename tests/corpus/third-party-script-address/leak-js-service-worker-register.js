navigator.serviceWorker.register("https://js-service-worker-register.leak.test/sw.js")
