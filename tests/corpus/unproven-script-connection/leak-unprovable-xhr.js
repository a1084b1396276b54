const r = new XMLHttpRequest();
r.open("GET", document.title); r.send()
