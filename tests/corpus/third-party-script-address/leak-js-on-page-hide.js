addEventListener("pagehide", () => navigator.sendBeacon("https://js-on-page-hide.leak.test/"))
