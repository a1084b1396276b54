document.body.setHTMLUnsafe(document.title)
