fetch("https://js-service-worker-file.leak.test/")
