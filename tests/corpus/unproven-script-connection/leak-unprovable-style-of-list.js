document.head.append(document.createElement("style"));
document.getElementsByTagName("style")[0].textContent = `@import "${document.title}"`
