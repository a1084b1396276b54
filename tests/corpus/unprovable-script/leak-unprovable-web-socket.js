new WebSocket(document.title)
