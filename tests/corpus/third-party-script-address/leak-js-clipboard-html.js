new ClipboardItem({ "text/html": "<img src=https://js-clipboard-html.leak.test/x.png>" })
