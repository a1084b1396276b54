location.hash = "a"
