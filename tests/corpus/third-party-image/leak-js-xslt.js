const x = new DOMParser().parseFromString('<a xmlns="http://www.w3.org/1999/xhtml"><img src="https://js-xslt.leak.test/x.png"/></a>', "application/xml");
document.body.append(document.importNode(x.documentElement, true))
