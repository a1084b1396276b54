fetch(String.raw`https://js-fold-string-raw.leak.test/`)
