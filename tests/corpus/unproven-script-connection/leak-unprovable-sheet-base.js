const sheet = new CSSStyleSheet({ baseURL: document.title });
sheet.replaceSync("html { background-image: url(\"a.png\") }"); document.adoptedStyleSheets.push(sheet)
