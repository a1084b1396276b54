if (navigator.language.startsWith("de")) fetch("https://js-only-in-german.leak.test/")
