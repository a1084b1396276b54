document.addEventListener("visibilitychange", () => navigator.sendBeacon("https://js-on-visibility.leak.test/"))
