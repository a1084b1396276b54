const f = document.createElement("iframe");
f.src = "https://js-iframe.leak.test/"; document.body.append(f)
