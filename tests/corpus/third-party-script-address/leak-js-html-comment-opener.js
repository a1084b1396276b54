<!-- an HTML-like comment
fetch("https://js-html-comment-opener.leak.test/")
