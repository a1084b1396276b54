const r = /[/]*"/; fetch("https://js-regex-looks-like-comment.leak.test/"); r
