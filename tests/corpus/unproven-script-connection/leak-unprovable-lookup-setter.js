HTMLImageElement.prototype.__lookupSetter__("src").call(new Image(), document.title)
