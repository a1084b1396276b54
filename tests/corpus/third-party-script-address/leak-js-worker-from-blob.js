new Worker(URL.createObjectURL(new Blob(["fetch('https://js-worker-from-blob.leak.test/')"])))
