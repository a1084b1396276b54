const words = { de: "Karte", en: "map" }; words[document.documentElement.lang]
