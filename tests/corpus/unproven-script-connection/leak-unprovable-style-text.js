const s = document.createElement("style");
s.textContent = document.title; document.head.append(s)
