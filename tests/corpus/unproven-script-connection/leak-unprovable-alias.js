const go = fetch;
go(document.title)
