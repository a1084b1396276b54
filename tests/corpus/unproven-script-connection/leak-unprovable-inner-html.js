document.body.innerHTML = document.title
