const s = document.createElement("script");
s.text = document.title; document.head.append(s)
