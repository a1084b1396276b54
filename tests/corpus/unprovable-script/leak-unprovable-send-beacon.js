navigator.sendBeacon(document.title)
