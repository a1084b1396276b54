const s = document.getElementById("none") ?? document.createElement("script");
s.textContent = `fetch(${JSON.stringify(document.title)})`; document.head.append(s)
