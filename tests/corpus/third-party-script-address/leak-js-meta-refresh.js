const m = document.createElement("meta"); m.httpEquiv = "refresh";
m.content = "0;url=https://js-meta-refresh.leak.test/"; document.head.append(m)
