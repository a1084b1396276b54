const { fetch: get } = { ...window };
get(document.title)
