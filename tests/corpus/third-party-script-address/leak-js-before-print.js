addEventListener("beforeprint", () => fetch("https://js-before-print.leak.test/"))
