const style = document.body.style;
style.backgroundImage = `url(${document.title})`
