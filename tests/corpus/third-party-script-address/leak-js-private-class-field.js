class A { #u = "https://js-private-class-field.leak.test/"; go() { return fetch(this.#u) } }
new A().go()
