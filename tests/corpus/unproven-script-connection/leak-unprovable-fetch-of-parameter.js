const go = (u) => fetch(u);
go(document.title)
