const name = ["fe", "tch"].map((one) => one).join("");
Reflect.apply(Reflect.get(window, name), null, [document.title])
