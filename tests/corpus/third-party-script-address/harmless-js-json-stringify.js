JSON.stringify({ a: [1, 2] })
