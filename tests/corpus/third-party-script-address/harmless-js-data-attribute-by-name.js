for (const name of document.body.id) document.body.setAttribute(`data-${name}`, document.body.lang)
