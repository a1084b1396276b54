const f = document.createElement("iframe");
f.srcdoc = document.title; document.body.append(f)
