import { a } from "https://js-static-import-named.leak.test/m.mjs"; a()
