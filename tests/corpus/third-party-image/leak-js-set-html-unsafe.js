document.body.setHTMLUnsafe("<img src=https://js-set-html-unsafe.leak.test/x.png>")
