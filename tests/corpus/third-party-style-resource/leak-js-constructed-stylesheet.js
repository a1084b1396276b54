const s = new CSSStyleSheet();
s.replaceSync("body { background: url(https://js-constructed-stylesheet.leak.test/x.png) }"); document.adoptedStyleSheets = [s]
