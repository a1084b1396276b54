import("./a.mjs")
