fetch("https://harmless-js-fetch-own-absolute.localhost/api")
