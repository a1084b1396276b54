setTimeout("fetch('https://js-set-timeout-string.leak.test/')", 1)
