location.href = document.title
