document.querySelector("p").scrollIntoView({ behavior: "smooth" })
