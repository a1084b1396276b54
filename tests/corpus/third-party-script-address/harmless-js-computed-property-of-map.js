class Store { all = {}; set(key, value) { this.all[key] = value; document.body.append(""); } } new Store().set("a", document.body.id)
