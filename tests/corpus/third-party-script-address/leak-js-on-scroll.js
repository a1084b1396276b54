addEventListener("scroll", () => fetch("https://js-on-scroll.leak.test/"))
