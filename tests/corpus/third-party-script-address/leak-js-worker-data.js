new Worker("data:text/javascript,fetch('https://js-worker-data.leak.test/')")
