import a from "https://js-import-attributes.leak.test/m.json" with { type: "json" }; a
