Reflect.construct(window.Image, []).src = document.title
