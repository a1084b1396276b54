await fetch("https://js-top-level-await.leak.test/")
