new EventSource(document.title)
