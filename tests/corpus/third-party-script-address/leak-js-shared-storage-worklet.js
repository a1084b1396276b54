sharedStorage.createWorklet("https://js-shared-storage-worklet.leak.test/w.js")
