const p = document.querySelector("p"); p.hidden = false; p.setAttribute("aria-expanded", "true")
