const a = 4, g = 2; a / g; fetch("https://js-division-looks-like-regex.leak.test/") / g
