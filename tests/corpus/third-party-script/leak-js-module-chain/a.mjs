import "./b.mjs"
