Object.assign(new Image(), { src: document.title })
