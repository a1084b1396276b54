const { fetch: go } = window;
go(document.title)
