const r = /\/\/[^/]+/; r.test("/a")
