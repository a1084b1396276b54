new WebTransport("https://js-web-transport.leak.test/")
