Object.values(window).find((one) => one?.name === "fetch")(document.title)
