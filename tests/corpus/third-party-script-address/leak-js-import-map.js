const s = document.createElement("script"); s.type = "importmap";
s.textContent = '{"imports":{"a":"https://js-import-map.leak.test/a.mjs"}}'; document.head.append(s); import("a")
