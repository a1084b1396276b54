"""Documents for tests: a body, and front matter around it where it matters."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring, tostring

from editorial.documents import Document


def document(body: str, name: str = "content/pages/home.de.md", **front: str) -> Document:
    """Give a document whose body begins on line 5."""
    identity, lang = name.rpartition("/")[2].removesuffix(".md").rpartition(".")[::2]
    known = {"Title": "Start", "Address": f"/{lang}/{identity}/", "Description": "Etwas."}
    lines = {key: number for number, key in enumerate({**known, **front}, start=1)}
    return Document(name, identity, lang, {**known, **front}, body, 5, lines)


def tree(markup: str) -> Element:
    """Parse elements below a root, as Markdown hands them over."""
    return fromstring(f"<div>{markup}</div>")


def markup(root: Element) -> str:
    """Write what is below the root."""
    return tostring(root, encoding="unicode").removeprefix("<div>").removesuffix("</div>")
