let get; ({ get = fetch } = {}); get(document.title)
