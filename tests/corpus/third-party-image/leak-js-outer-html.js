document.body.firstElementChild.outerHTML = "<img src=https://js-outer-html.leak.test/x.png>"
