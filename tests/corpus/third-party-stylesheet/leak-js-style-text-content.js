const s = document.createElement("style");
s.textContent = "@import 'https://js-style-text-content.leak.test/x.css'"; document.head.append(s)
