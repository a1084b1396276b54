/* Refreshes the page after a good build, and shows what stopped a bad one.
   Only the live preview serves this script. It stores nothing. */
(() => {
  const own = document.currentScript.dataset.build;
  const host = document.createElement("div");
  let source;

  const element = (name, text, ...children) => {
    const made = document.createElement(name);
    made.textContent = text;
    made.append(...children);
    return made;
  };

  const hide = () => {
    host.remove();
    host.shadowRoot?.replaceChildren();
  };

  const item = ({ place, message }) =>
    place ? element("li", "", element("code", place), element("p", message)) : element("li", "", element("pre", message));

  const show = (problems, words) => {
    const title = element("h2", words.title);
    title.id = "title";
    title.role = "alert";
    const button = element("button", words.hide);
    button.type = "button";
    button.addEventListener("click", hide);
    const dialog = element("dialog", "", title, element("p", words.explanation), element("ol", "", ...problems.map(item)), button);
    dialog.setAttribute("aria-labelledby", "title");
    dialog.addEventListener("keydown", (event) => event.key === "Escape" && hide());
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = "/__preview__/preview.css";
    // show() would take the focus away from a form that somebody is filling in.
    sheet.addEventListener("load", () => {
      dialog.open = true;
    });
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    root.replaceChildren(sheet, dialog);
    host.id = "preview-problems";
    host.lang = words.lang;
    document.body.append(host);
  };

  const listen = () => {
    source?.close();
    source = new EventSource("/__preview__/events");
    source.addEventListener("message", ({ data }) => {
      const { build, problems, words } = JSON.parse(data);
      if (build !== own) location.reload();
      else if (problems.length) show(problems, words);
      else hide();
    });
  };

  /* Browsers keep six connections to a host: only the page that is looked at holds one. */
  const follow = () => (document.visibilityState === "visible" ? listen() : source?.close());
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => event.persisted && follow());
  follow();
})();
