export * from "https://js-export-from.leak.test/m.mjs"
