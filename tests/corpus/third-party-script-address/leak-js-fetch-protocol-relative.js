fetch("//js-fetch-protocol-relative.leak.test/")
