const counts = {}; for (const p of document.querySelectorAll("p")) counts[p.lang] = (counts[p.lang] ?? "") + p.title
