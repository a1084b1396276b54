navigator.serviceWorker.register(document.title)
