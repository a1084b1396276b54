const o = document.createElement("object");
o.data = "https://js-object-data.leak.test/x.svg"; document.body.append(o)
