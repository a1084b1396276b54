setTimeout(() => fetch("https://js-timer-late.leak.test/"), 50)
