const store = { fetch() { return 1; } }; store.size = 1; Object.keys(store).length
