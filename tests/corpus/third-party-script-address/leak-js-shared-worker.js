new SharedWorker("data:text/javascript,fetch('https://js-shared-worker.leak.test/')")
