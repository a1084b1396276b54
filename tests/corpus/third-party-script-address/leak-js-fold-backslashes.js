fetch("\\\\js-fold-backslashes.leak.test\\")
