// a comment fetch("https://js-line-separator-ends-comment.leak.test/")
