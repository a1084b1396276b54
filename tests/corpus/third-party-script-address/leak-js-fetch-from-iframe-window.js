const f = document.createElement("iframe");
document.body.append(f); f.contentWindow.fetch("https://js-fetch-from-iframe-window.leak.test/")
