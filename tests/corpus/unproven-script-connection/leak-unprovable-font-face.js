new FontFace("x", document.title).load()
