CSS.paintWorklet.addModule("https://js-worklet.leak.test/w.js")
