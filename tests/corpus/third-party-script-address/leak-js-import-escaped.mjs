import "https:\x2f\u002fjs-import-escaped.leak.test/m.mjs"
