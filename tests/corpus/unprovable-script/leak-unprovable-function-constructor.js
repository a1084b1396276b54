(() => {}).constructor(document.title)()
