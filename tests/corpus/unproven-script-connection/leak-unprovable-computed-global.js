window[document.title]("/own")
