document.body.insertAdjacentHTML("beforeend", "<img src=https://js-insert-adjacent-html.leak.test/x.png>")
