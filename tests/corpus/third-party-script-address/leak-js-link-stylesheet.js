const l = document.createElement("link"); l.rel = "stylesheet";
l.setAttribute("href", "https://js-link-stylesheet.leak.test/x.css"); document.head.append(l)
