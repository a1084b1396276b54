const set = (target, name, value) => { target[name] = value; };
set(new Image(), "src", document.title)
