const host = "js-fold-constant.leak.test";
fetch("https://" + host + "/")
