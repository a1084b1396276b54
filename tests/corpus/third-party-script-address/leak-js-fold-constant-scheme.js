const scheme = "https:"; const slashes = "//";
fetch(`${scheme}${slashes}js-fold-constant-scheme.leak.test/`)
