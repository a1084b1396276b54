import a from "https://js-import-css.leak.test/m.css" with { type: "css" }; a
