const r = new XMLHttpRequest();
r.open("GET", "https://js-xhr.leak.test/"); r.send()
