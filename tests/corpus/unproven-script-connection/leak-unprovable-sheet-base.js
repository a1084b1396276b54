const sheet = new CSSStyleSheet({ baseURL: document.title });
sheet.replaceSync("body { background: url(a.png) }"); document.adoptedStyleSheets = [sheet]
