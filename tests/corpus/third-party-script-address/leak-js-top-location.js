top.location = "https://js-top-location.leak.test/"
