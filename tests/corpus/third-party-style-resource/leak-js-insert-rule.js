const s = document.head.appendChild(document.createElement("style"));
s.sheet.insertRule("body { background: url(https://js-insert-rule.leak.test/x.png) }")
