const p = document.createElement("p"); p.textContent = "//unprovable-dom-text" + String.fromCharCode(46) + ["leak", "test"].at(0) + ".test";
fetch(p.textContent)
