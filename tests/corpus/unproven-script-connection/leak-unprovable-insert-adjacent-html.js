document.body.insertAdjacentHTML("beforeend", document.title)
