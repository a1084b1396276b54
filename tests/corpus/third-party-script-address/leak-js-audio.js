new Audio("https://js-audio.leak.test/x.mp3")
