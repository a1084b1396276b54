fetch(location.protocol + "//js-fold-location-protocol.leak.test/")
