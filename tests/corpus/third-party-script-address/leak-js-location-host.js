location.hostname = "js-location-host.leak.test"
