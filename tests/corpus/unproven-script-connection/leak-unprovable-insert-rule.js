document.styleSheets[0].insertRule(document.title)
