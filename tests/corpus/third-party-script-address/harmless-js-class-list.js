document.querySelector("p")?.classList.toggle("open", true)
