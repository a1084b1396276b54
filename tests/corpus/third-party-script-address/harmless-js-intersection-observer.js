new IntersectionObserver(() => {}).observe(document.body)
