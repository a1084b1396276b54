fetch(JSON.parse('{"u":"https:\\/\\/js-json-parse.leak.test/"}').u)
