const html = (s) => { document.body.innerHTML = s.raw[0]; };
html`<img src="https://js-tagged-template-html.leak.test/x.png">`
