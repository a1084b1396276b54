location = "javascript:void fetch('https://js-location-javascript.leak.test/')"
