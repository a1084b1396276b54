navigator.credentials.get(JSON.parse(document.title))
