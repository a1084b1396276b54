if (localStorage.seen) fetch("https://js-only-on-second-visit.leak.test/");
localStorage.seen = "1"
