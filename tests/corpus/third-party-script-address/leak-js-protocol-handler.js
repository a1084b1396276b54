navigator.registerProtocolHandler("web+a", "https://js-protocol-handler.leak.test/?u=%s")
