let u = "https:"; u += "//js-fold-plus-assign.leak.test/";
fetch(u)
