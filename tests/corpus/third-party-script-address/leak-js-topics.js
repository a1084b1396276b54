fetch("https://js-topics.leak.test/", { browsingTopics: true })
