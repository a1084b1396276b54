Math.max(...[1, 2]); new Date().getFullYear(); Number.parseInt("1", 10)
