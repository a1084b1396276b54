new EventSource("https://js-event-source.leak.test/")
