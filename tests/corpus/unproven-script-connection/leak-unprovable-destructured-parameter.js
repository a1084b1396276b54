(({ fetch: get }) => get(document.title))(window)
