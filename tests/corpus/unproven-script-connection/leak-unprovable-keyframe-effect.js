const image = `url(${document.title})`;
new Animation(new KeyframeEffect(document.body, { backgroundImage: [image, image] }, 9000)).play()
