fetch(["ht", "tps://", "js-fold-array-join-empty.leak.test/"].join(""))
