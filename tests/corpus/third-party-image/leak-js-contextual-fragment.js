document.body.append(document.createRange().createContextualFragment("<img src=https://js-contextual-fragment.leak.test/x.png>"))
