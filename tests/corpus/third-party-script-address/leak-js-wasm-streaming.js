WebAssembly.compileStreaming(fetch("https://js-wasm-streaming.leak.test/x.wasm"))
