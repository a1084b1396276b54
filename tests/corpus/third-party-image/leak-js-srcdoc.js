const f = document.createElement("iframe");
f.srcdoc = "<img src=https://js-srcdoc.leak.test/x.png>"; document.body.append(f)
