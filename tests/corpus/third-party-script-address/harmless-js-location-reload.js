addEventListener("planned", () => location.reload())
