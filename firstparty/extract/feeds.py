"""Atom (RFC 4287) and RSS 2.0: what feed readers load, and the HTML that they show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from firstparty.extract.html import read_html
from firstparty.extract.page import Place
from firstparty.model import Use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firstparty.extract.page import Page

    Open = Sequence[tuple[str, str, dict[str, str]]]

_ATOM: Final = "http://www.w3.org/2005/Atom"
_CONTENT: Final = "http://purl.org/rss/1.0/modules/content/"
_MEDIA: Final = "http://search.yahoo.com/mrss/"
_ITUNES: Final = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_ROOTS: Final = frozenset({(_ATOM, "feed"), (_ATOM, "entry"), ("", "rss")})
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

_IMAGES: Final = frozenset({(_ATOM, "icon"), (_ATOM, "logo")})
_INERT_RELS: Final = frozenset(
    {"", "alternate", "self", "via", "related", "edit", "next", "prev", "previous", "first"}
    | {"last", "license", "replies", "up", "current", "prev-archive", "next-archive"}
)
_HTML: Final = frozenset(
    {("", "description"), ("", "title"), (_CONTENT, "encoded"), ("", "fullitem"), ("", "encoded")}
)
_MARKUP: Final = re.compile(r"<[a-zA-Z!/]")

# Elements that readers load something for, the attribute that names it, and what it is.
_LOADING: Final = {
    ("", "enclosure"): ("url", Use.MEDIA),
    (_ATOM, "content"): ("src", Use.FRAME),
    (_ITUNES, "image"): ("href", Use.IMAGE),
    (_MEDIA, "content"): ("url", Use.MEDIA),
    (_MEDIA, "player"): ("url", Use.MEDIA),
    (_MEDIA, "thumbnail"): ("url", Use.IMAGE),
}


@dataclass(slots=True)
class Feed:
    """Whether the document is a feed, found out at its root."""

    is_feed: bool | None = None

    def element(self, namespace: str, tag: str, attributes: dict[str, str], page: Page) -> bool:
        """Note what an element of a feed loads; gives whether the document is a feed."""
        if self.is_feed is None:
            self.is_feed = (namespace, tag) in _ROOTS or (namespace, tag) == (_RDF, "RDF")
        if not self.is_feed:
            return False
        if (namespace, tag) == (_ATOM, "link"):
            _atom_link(attributes, page)
        elif tag == "cloud" and attributes.get("domain"):
            page.refer(Use.PING, f"//{attributes['domain']}", Place("<cloud>"))
        elif (namespace, tag) in _LOADING:
            name, use = _LOADING[namespace, tag]
            page.refer(use, attributes.get(name, ""), Place(f"<{tag} {name}>"))
        return True

    def wants(self, path: Open) -> bool:
        """Whether the text of the innermost element is of interest."""
        if not self.is_feed:
            return False
        namespace, tag, attributes = path[-1]
        if namespace == _ATOM:
            return (namespace, tag) in _IMAGES or (
                attributes.get("type", "text") not in {"text", "xhtml"}
            )
        parent = path[-2][1] if len(path) > 1 else ""
        return (namespace, tag) in _HTML or (parent, tag) in {
            ("image", "url"),
            ("textInput", "link"),
        }

    def text(self, path: Open, text: str, page: Page) -> None:
        """Read the text of an element that is an address or holds HTML."""
        namespace, tag, attributes = path[-1]
        parent = path[-2][1] if len(path) > 1 else ""
        if (namespace, tag) in _IMAGES or (parent, tag) == ("image", "url"):
            page.refer(Use.IMAGE, text.strip(), Place(f"<{tag}>"))
        elif (parent, tag) == ("textInput", "link"):
            page.refer(Use.FORM, text.strip(), Place("<textInput>"))
        elif attributes.get("type", "html") in {"html", "text/html"} and _MARKUP.search(text):
            read_html(text, page)


def _atom_link(attributes: dict[str, str], page: Page) -> None:
    """RFC 4287, section 4.2.7.2; WebSub makes readers contact a hub."""
    rel = attributes.get("rel", "").lower()
    place = Place(f"<link rel={rel}>")
    if rel == "enclosure":
        page.refer(Use.MEDIA, attributes.get("href", ""), place)
    elif rel not in _INERT_RELS:
        page.refer(Use.RELATION, attributes.get("href", ""), place)
