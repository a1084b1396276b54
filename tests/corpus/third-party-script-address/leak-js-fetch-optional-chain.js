globalThis?.fetch?.("https://js-fetch-optional-chain.leak.test/")
