document.body.attributeStyleMap.set("background-image", `url(${document.title})`)
