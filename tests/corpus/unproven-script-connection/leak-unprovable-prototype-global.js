const own = { __proto__: window }; const { fetch: get } = own;
get(document.title)
