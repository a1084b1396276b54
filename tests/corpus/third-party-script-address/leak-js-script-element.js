const s = document.createElement("script");
s.src = "https://js-script-element.leak.test/x.js"; document.head.append(s)
