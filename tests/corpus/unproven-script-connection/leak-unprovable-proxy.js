new Proxy(window, {}).fetch(document.title)
