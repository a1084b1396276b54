new AudioContext().audioWorklet.addModule("https://js-audio-worklet.leak.test/w.js")
