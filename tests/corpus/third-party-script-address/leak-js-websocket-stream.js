new WebSocketStream("wss://js-websocket-stream.leak.test/")
