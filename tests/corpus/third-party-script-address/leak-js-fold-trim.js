fetch("  https://js-fold-trim.leak.test/  ".trim())
