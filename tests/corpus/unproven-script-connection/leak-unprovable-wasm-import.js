WebAssembly.instantiateStreaming(fetch(document.title), { e: { fetch } })
