location = "https://js-location.leak.test/"
