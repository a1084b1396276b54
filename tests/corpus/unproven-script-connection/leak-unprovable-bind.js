const go = fetch.bind(window);
go(document.title)
