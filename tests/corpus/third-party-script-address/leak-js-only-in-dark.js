if (matchMedia("(prefers-color-scheme: dark)").matches) fetch("https://js-only-in-dark.leak.test/")
