const s = document.createElement("script"); s.type = "speculationrules";
s.textContent = JSON.stringify({ prefetch: [{ urls: ["https://js-speculation-rules.leak.test/"], eagerness: "immediate" }] }); document.head.append(s)
