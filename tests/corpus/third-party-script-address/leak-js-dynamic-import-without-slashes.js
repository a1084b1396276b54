import("https:js-dynamic-import-without-slashes.leak.test/x.mjs");
