fetch((0, "https://js-fold-comma.leak.test/"))
