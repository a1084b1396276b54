new WebSocket("wss://js-websocket.leak.test/")
