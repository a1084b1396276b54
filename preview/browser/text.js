/* Shows the clauses of a legal text, and what is held against its file, beside the text.
   Only the live preview serves this script. Whether the panel is open is kept with the entry of
   the history, which a refresh leaves as it is; it stores nothing. */
(async () => {
  const answer = await fetch(`/__preview__/text.json?address=${encodeURIComponent(location.pathname)}`);
  if (!answer.ok) return;
  const { lang, words, source, clauses, remarks } = await answer.json();
  const kept = history.state?.previewText;
  const links = [];

  const element = (name, text, ...children) => {
    const made = document.createElement(name);
    made.textContent = text;
    made.append(...children);
    return made;
  };

  const classed = (made, name) => {
    made.className = name;
    return made;
  };

  const link = (id, text, ...children) => {
    const made = element("a", text, ...children);
    made.href = `#${id}`;
    links.push(made);
    return made;
  };

  const lineOf = ({ line }) => classed(element("span", `${words.line} ${line}`), "line");

  const clause = (entry) => {
    const { id, number, title, children } = entry;
    const item = element("li", "", link(id, `${number} ${title}`.trim()), element("code", `#${id}`), " ", lineOf(entry));
    if (children.length) item.append(element("ol", "", ...children.map(clause)));
    return item;
  };

  const remark = (entry) => {
    const { severity, rule, message } = entry;
    const place = entry.clause ? link(entry.clause, "", lineOf(entry)) : lineOf(entry);
    const head = element("p", "", element("strong", words[severity]), " ", place, " ", element("code", rule));
    return classed(element("li", "", head, element("p", message)), severity);
  };

  const list = (entries, make) => element("ol", "", ...entries.map(make));

  const box = element(
    "div",
    "",
    element("h2", words.messages),
    element("p", "", element("code", source)),
    remarks.length ? list(remarks, remark) : element("p", words.nothing),
    element("h2", words.clauses),
    element("nav", "", list(clauses, clause)),
  );
  const details = element("details", "", element("summary", words.title), box);
  const panel = element("aside", "", details);
  panel.setAttribute("aria-label", words.panel);
  box.querySelector("nav").setAttribute("aria-label", words.clauses);

  const mark = () => {
    for (const made of links) {
      if (made.hash === location.hash && location.hash) made.setAttribute("aria-current", "true");
      else made.removeAttribute("aria-current");
    }
  };

  const remember = () => {
    const previewText = { open: details.open, top: box.scrollTop };
    history.replaceState({ ...history.state, previewText }, "");
  };

  const show = () => {
    document.documentElement.toggleAttribute("data-preview-text", details.open);
    remember();
  };

  const sheet = (name) => {
    const made = document.createElement("link");
    made.rel = "stylesheet";
    made.href = `/__preview__/${name}`;
    return made;
  };

  details.open = kept?.open ?? matchMedia("(width >= 75rem)").matches;
  details.addEventListener("toggle", show);
  box.addEventListener("scrollend", remember);
  addEventListener("hashchange", () => {
    mark();
    remember();
  });
  mark();

  const host = document.createElement("div");
  host.id = "preview-text";
  host.lang = lang;
  const dressed = sheet("text.css");
  dressed.addEventListener("load", () => {
    panel.hidden = false;
    box.scrollTop = kept?.top ?? 0;
  });
  panel.hidden = true;
  host.attachShadow({ mode: "open" }).append(dressed, panel);
  document.head.append(sheet("beside.css"));
  document.body.append(host);
  show();
})();
