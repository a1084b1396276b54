with (window) fetch(document.title)
