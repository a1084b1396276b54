fetch(`https://js-fetch-template.leak.test/`)
