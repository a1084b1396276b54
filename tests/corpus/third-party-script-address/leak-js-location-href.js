location.href = "https://js-location-href.leak.test/"
