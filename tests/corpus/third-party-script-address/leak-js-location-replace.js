window.location.replace("https://js-location-replace.leak.test/")
