// https://js-comment.harmless.test/
/* fetch('https://js-comment.harmless.test/') */ 1
