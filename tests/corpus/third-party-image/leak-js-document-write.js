document.write("<img src=https://js-document-write.leak.test/x.png>")
