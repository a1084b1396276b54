const f = (u = "//js-fold-default-parameter.leak.test/") => fetch(u);
f()
