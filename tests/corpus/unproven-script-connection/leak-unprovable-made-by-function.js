const make = (name) => document.createElement(name);
const s = make("script");
s.textContent = `fetch(${JSON.stringify(document.title)})`; document.head.append(s)
