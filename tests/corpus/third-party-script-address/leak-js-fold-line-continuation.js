fetch("https:/\
/js-fold-line-continuation.leak.test/")
