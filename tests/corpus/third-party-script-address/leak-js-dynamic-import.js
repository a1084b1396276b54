import("https://js-dynamic-import.leak.test/m.mjs")
