const c = { scheme: "https:", host: "//js-fold-object-property.leak.test" };
fetch(c.scheme + c.host)
