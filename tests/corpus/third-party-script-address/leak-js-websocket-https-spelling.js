new WebSocket("https://js-websocket-https-spelling.leak.test/")
