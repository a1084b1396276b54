document.body.style.setProperty("--gap", "1rem")
