"""The document being read: its address, and the references found in it so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from firstparty.model import Location, Reference, Use
from firstparty.origin import NETWORK_SCHEMES, Target

if TYPE_CHECKING:
    from collections.abc import Callable

    from firstparty.origin import Origins

# Documents inside documents (srcdoc in data: in srcdoc …); browsers stop at frames inside
# frames of the same address, we stop here and say so.
DEEPEST: Final = 12

# A file that says the same thing a million times is as wrong as one that says it so often.
_MOST_REFERENCES: Final = 2_000


# Files with these suffixes are read as what they are used as anyway.
_OWN_SUFFIXES: Final = {
    Use.MODULE: (".js", ".mjs"),
    Use.SCRIPT: (".js", ".mjs"),
    Use.SPECULATION: (".json",),
    Use.STYLESHEET: (".css",),
    Use.FRAME: (".html", ".htm"),
    Use.SVG_REFERENCE: (".svg", ".xml", ".xsl", ".xslt"),
}


def _scheme(url: str) -> str:
    return url.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the source a reference stands, to be turned into line and column later.

    `where` names it for people (`<img src>`, `@import`).

    Either exact (`line` and `column`, from 1), or the start tag that carries `attribute`
    with `value`; with `attribute` None, the text inside `tag` that equals `value`, and
    `line` and `column` count within it.
    """

    where: str = "file"
    line: int = 1
    column: int = 1
    tag: str = ""
    attribute: str | None = None
    value: str = ""
    # Counts characters instead of lines where it is not negative.
    offset: int = -1

    def within(self, where: str, line: int, column: int) -> Place:
        """A place in the text that begins here, by the line and column in that text."""
        if self.tag:
            return Place(where, line, column, self.tag, None, self.value)
        return Place(where, line + self.line - 1, column + (self.column - 1) * (line == 1))


START: Final = Place()


@dataclass(slots=True)
class Page:
    """Collects what one file refers to."""

    path: str
    address: str
    origins: Origins
    # Reads what stands inside this document (`srcdoc`, `data:`, text of scripts), by MIME type.
    read_document: Callable[[str, str, Page], None]
    # The base URL where it is foreign; None while relative references stay at home.
    foreign_base: str | None = None
    # The base URL where it is the site's own, but not the address of the document.
    base: str | None = None
    depth: int = 0
    found: list[tuple[Reference, Place]] = field(default_factory=list)
    # Local files that the document uses as a style sheet or a script, whatever their names.
    # A path may hold `*`.
    linked: set[tuple[Use, str]] = field(default_factory=set)
    # Where everything found belongs, while a document inside this one is read.
    fixed: Place | None = None

    def leaves(self, text: str) -> Target | None:
        """The foreign target of a URL written in this document."""
        return self.origins.leaves(text, self.foreign_base)

    def refer(self, use: Use, text: str, place: Place) -> bool:
        """Note a URL that is used; gives whether it leads to another host."""
        # An empty address is that of the document, which is never fetched for its own sake.
        target = self.leaves(text) if text.strip() else None
        if target is None:
            return False
        self._add(use, text, place, target)
        return True

    def suspect(self, use: Use, text: str, place: Place) -> bool:
        """Note a text that may be no URL at all: only network schemes and `//host` count."""
        target = self.origins.leaves(text)
        if target is None or not target.url or _scheme(target.url) not in NETWORK_SCHEMES:
            return False
        self._add(use, text, place, target)
        return True

    def object(self, use: Use, evidence: str, place: Place, detail: str = "") -> None:
        """Note what could not be looked at, or needs no URL to be of interest."""
        self._add(use, evidence, place, None, detail)

    def link(self, use: Use, text: str) -> None:
        """Note a file of this site that is used as a style sheet or script, whatever its name."""
        if text.partition("?")[0].partition("#")[0].endswith(_OWN_SUFFIXES[use]):
            return
        path = self.origins.local_path(text, self.base or self.address)
        if path is not None:
            self.linked.add((use, path))

    def _add(
        self, use: Use, evidence: str, place: Place, target: Target | None, detail: str = ""
    ) -> None:
        if len(self.found) >= _MOST_REFERENCES:
            return
        url, host = (target.url, target.host) if target else (None, "")
        location = Location(self.path)
        reference = Reference(use, location, evidence, place.where, url, host, detail)
        self.found.append((reference, self.fixed or place))

    def inside(self, place: Place) -> Page:
        """A page for a document inside this one, whose findings all belong to `place`."""
        inner = replace(self, depth=self.depth + 1, fixed=self.fixed or place)
        inner.found = self.found
        inner.linked = self.linked
        return inner
