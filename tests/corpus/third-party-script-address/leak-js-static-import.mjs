import "https://js-static-import.leak.test/m.mjs"
