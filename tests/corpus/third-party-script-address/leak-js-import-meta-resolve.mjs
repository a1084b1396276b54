fetch(import.meta.resolve("https://js-import-meta-resolve.leak.test/"))
