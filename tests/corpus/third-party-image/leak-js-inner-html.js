document.body.innerHTML = "<img src=https://js-inner-html.leak.test/x.png>"
