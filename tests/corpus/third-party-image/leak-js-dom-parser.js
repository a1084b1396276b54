document.body.append(new DOMParser().parseFromString("<img src=https://js-dom-parser.leak.test/x.png>", "text/html").body)
