document.body.append(Document.parseHTMLUnsafe("<img src=https://js-parse-html-unsafe.leak.test/x.png>").body)
