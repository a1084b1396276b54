const a = 4 / 2 / 1; const b = 8 //js-arithmetic.harmless.test/
/ 2; a + b
