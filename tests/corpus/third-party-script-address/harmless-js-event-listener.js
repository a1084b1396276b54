document.addEventListener("click", (e) => { if (e.target.matches("button")) e.target.focus(); })
