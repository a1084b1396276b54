const s = document.createElement("style");
s.append("a{}"); document.head.append(s);
s.firstChild.data = `@import "${document.title}"`
