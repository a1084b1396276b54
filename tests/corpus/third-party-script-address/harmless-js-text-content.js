document.querySelector("p").textContent = "a"
