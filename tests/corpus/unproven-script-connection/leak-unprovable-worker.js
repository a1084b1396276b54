new Worker(document.title)
