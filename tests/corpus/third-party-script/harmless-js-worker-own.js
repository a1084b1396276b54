new Worker("/w.js")
