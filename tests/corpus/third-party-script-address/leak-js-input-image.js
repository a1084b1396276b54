const i = document.createElement("input"); i.type = "image";
i.src = "https://js-input-image.leak.test/x.png"; i
