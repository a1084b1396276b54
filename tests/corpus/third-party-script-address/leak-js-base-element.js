const b = document.createElement("base");
b.href = "https://js-base-element.leak.test/"; document.head.append(b); fetch("x")
