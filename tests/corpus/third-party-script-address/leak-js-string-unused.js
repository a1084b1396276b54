const documentation = "https://js-string-unused.leak.test/"; documentation
