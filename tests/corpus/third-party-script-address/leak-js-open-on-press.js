document.body.onclick = () => open("https://js-open-on-press.leak.test/")
