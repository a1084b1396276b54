const show = (target) => { target.data = document.title; return target };
document.body.append(show(document.createElement("object")))
