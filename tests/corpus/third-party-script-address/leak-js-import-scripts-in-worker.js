new Worker(URL.createObjectURL(new Blob(["importScripts('https://js-import-scripts-in-worker.leak.test/w.js')"])))
