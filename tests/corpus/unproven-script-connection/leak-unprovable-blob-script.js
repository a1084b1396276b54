const s = document.createElement("script");
s.src = URL.createObjectURL(new Blob([`fetch(${JSON.stringify(document.title)})`])); document.head.append(s)
