document.body.style.cursor = "url(https://js-cursor-style.leak.test/x.cur), auto"
