importScripts("https://js-worker-file.leak.test/x.js")
