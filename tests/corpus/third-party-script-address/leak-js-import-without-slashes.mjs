import "https:js-import-without-slashes.leak.test/x.mjs";
