const l = document.createElement("link");
l.rel = "preconnect"; l.href = "https://js-link-preconnect.leak.test/"; document.head.append(l)
