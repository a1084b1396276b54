location.assign("https://js-location-assign.leak.test/")
