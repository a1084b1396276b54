setInterval(document.title, 1000)
