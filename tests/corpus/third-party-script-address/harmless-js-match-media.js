matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {})
