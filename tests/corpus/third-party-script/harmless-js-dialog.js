document.querySelector("dialog")?.showModal?.()
