"""Which page a browser opens to meet a case: the case itself, or a page that loads it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from tests.browser.witness.server import Site
from tests.browser.witness.visit import Errand
from tests.corpus.cases import PAGES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.corpus.cases import Case

FRAMES = 32
"""Cases side by side in one page of frames."""

BODY = """
<p id="hover" lang="de">Karte <a href="/">visited</a> <input value="a" placeholder="a"></p>
<ul><li>a</li></ul>
<form action="/own"><input type="file"></form>
<button id="press">a</button> <a href="#a">a</a>
<details><summary>a</summary><p>b</p></details>
<dialog>a</dialog> <div popover>a</div>
<svg width="99" height="99"><rect width="9" height="9"/><path d="M0 0L9 9L18 0"/></svg>
<div style="height: 3000px; width: 3000px"></div>
"""
"""Something for every selector of the corpus, and long enough to scroll."""

LOADERS = {
    ".css": '<link rel="stylesheet" href="/{file}">',
    ".js": "",
    ".mjs": "",
    ".json": '<link rel="manifest" href="/{file}">',
    ".webmanifest": '<link rel="manifest" href="/{file}">',
    ".vtt": '<video><track default src="/{file}"></video>',
}
SCRIPTS = {
    ".js": '<script src="/{file}"></script>',
    ".mjs": '<script type="module" src="/{file}"></script>',
}
TRANSFORMED = '<?xml-stylesheet type="text/xsl" href="/{file}"?>\n<a/>\n'


def loading_page(case: Case, ending: str) -> bytes:
    """A page of ours that loads the one file of a case, and has a foreign address as its title.

    Scripts that pass the title on show what a script can do that no reader of it can foresee.
    """
    file = escape(case.path.name)
    before, after = LOADERS.get(ending, ""), SCRIPTS.get(ending, "")
    title = f"https://{case.vector}.{case.kind}.test/"
    page = f"<!doctype html>\n<title>{title}</title>\n{before}\n<body>{BODY}{after}\n"
    return page.format(file=file).encode()


def site(case: Case) -> Site:
    """What to serve for a case, and where to begin."""
    files: dict[str, Path | bytes] = dict(case.files)
    if case.path.is_dir():
        return Site(files)
    ending = case.path.suffix.lower()
    if ending == ".xsl":
        files["start.xml"] = TRANSFORMED.format(file=case.path.name).encode()
        return Site(files, "start.xml")
    if ending in PAGES or not ending:
        return Site(files, case.path.name)
    return Site({**files, "start.html": loading_page(case, ending)}, "start.html")


def may_hide_from_scripts(case: Case) -> bool:
    """Whether a visit without scripts can show what one with scripts did not.

    Scripting changes how `noscript` is parsed and nothing else that is not a script
    (HTML, "scripting flag"); what mentions neither reads the same.
    """
    if case.state == "no-script":
        return False
    held = (path.read_bytes() for path in case.files.values() if path.is_file())
    loaded = case.path.suffix.lower() in LOADERS
    return not loaded and any(b"script" in data.replace(b"\0", b"").lower() for data in held)


def frames(urls: Sequence[str]) -> Site:
    """A page that shows many others side by side: one visit instead of many."""
    shown = "\n".join(
        f'<iframe src="{escape(url)}" width="300" height="200"></iframe>' for url in urls
    )
    return Site({"index.html": f"<!doctype html>\n<title>frames</title>\n{shown}\n".encode()})


@dataclass(frozen=True, slots=True)
class Programme:
    """Everything that the witness serves and visits for a choice of cases."""

    sites: dict[str, Site]
    errands: list[Errand]


def programme(chosen: Sequence[Case]) -> Programme:
    """Leaking cases one by one with scripts, in their state; everything else many at a time.

    Without scripts nothing can leave its frame, and harmless cases do not try to.
    """
    sites = {case.name: site(case) for case in chosen}
    url = {case.name: case.site_url + sites[case.name].start for case in chosen}
    alone = [
        Errand(url[case.name], case.state, scripts=case.state != "no-script")
        for case in chosen
        if case.kind == "leak"
    ]
    together = {
        True: [url[case.name] for case in chosen if case.kind == "harmless"],
        False: [url[case.name] for case in chosen if may_hide_from_scripts(case)],
    }
    for scripts, urls in together.items():
        for number, batch in enumerate(urls[i : i + FRAMES] for i in range(0, len(urls), FRAMES)):
            name = f"frames-{'with' if scripts else 'without'}-scripts-{number}"
            sites[name] = frames(batch)
            alone.append(Errand(f"https://{name}.localhost/index.html", "", scripts))
    return Programme(sites, alone)
