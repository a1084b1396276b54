document.body.style.cssText = "background: u\\72l(https://js-style-css-text.leak.test/x.png)"
