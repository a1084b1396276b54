const merge = (target, values) => Object.assign(target, values);
merge(new Image(), { src: document.title })
