addEventListener("touchstart", () => fetch("https://js-on-touch.leak.test/"))
