document.body.setAttribute("onclick", "fetch('https://js-event-handler-attribute.leak.test/')"); document.body.click()
