const data = JSON.parse("{}"); data[document.body.id] = document.body.lang
