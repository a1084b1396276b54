document.createRange().createContextualFragment(document.title)
