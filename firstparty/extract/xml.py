"""XML to references: SVG, XHTML, feeds, sitemaps and anything else (expat).

External entities are never fetched; expansion of internal ones is limited.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from xml.parsers import expat

from firstparty.extract import css, feeds, json_documents, scripts
from firstparty.extract.elements import is_script, read_element
from firstparty.extract.html import read_html
from firstparty.extract.page import Place
from firstparty.model import Use

if TYPE_CHECKING:
    from firstparty.extract.page import Page

_SVG: Final = "http://www.w3.org/2000/svg"
_XHTML: Final = "http://www.w3.org/1999/xhtml"
_MATHML: Final = "http://www.w3.org/1998/Math/MathML"
_XSLT: Final = "http://www.w3.org/1999/XSL/Transform"
_LIVE: Final = frozenset({_SVG, _XHTML, _MATHML})

_PREFIXES: Final = {
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "http://www.inkscape.org/namespaces/inkscape": "inkscape",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd": "sodipodi",
}
# Browsers know these public document types and fetch none of them.
_KNOWN_DOCTYPE: Final = re.compile(r"https?://(?:www\.)?(?:w3\.org|web\.resource\.org)/")
_PSEUDO_ATTRIBUTE: Final = re.compile(r"""([\w:.\-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_MOST_EXPANSION: Final = 8_000_000
_DEEPEST_TEXT: Final = 10_000


class _TooMuchError(Exception):
    """Entities that expand to more than a reader would hold."""


def read_xml(data: bytes | str, page: Page) -> None:
    """Note what an XML document refers to, up to where it stops being well-formed."""
    reader = _Reader(page)
    try:
        reader.parse(data)
    except _TooMuchError:
        page.object(Use.EXCESS, "entities", "entities")
    except expat.ExpatError as error:
        place = Place(error.lineno, error.offset + 1)
        page.object(Use.MALFORMED, "XML", "XML", expat.errors.messages[error.code], place)
    except (LookupError, ValueError):
        page.object(Use.MALFORMED, "XML", "XML", "unknown encoding")


class _Reader:
    """The handlers of one parse."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.ProcessingInstructionHandler = self.instruction
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.EntityDeclHandler = self.entity
        self.open: list[tuple[str, str, dict[str, str]]] = []
        self.pieces: list[str] | None = None
        self.piece_start = Place()
        self.expanded = 0
        self.feed = feeds.Feed()

    def parse(self, data: bytes | str) -> None:
        self.parser.Parse(data, True)

    def here(self) -> Place:
        return Place(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, tag = name.rpartition(" ")
        named = {_attribute(key): value for key, value in attributes.items()}
        before = self.page.fixed
        here = self.here()
        self.page.fixed = before or here
        lower = tag.lower()
        if namespace in _LIVE:
            read_element(lower, named, self.page, read_html)
            if lower == "base" and (target := self.page.leaves(named.get("href", ""))):
                self.page.foreign_base = target.url
        else:
            self._foreign(namespace, tag, named)
        self.page.fixed = before
        self.open.append((namespace, tag, named))
        collected = namespace in _LIVE and lower in {"style", "script"}
        if collected or self.feed.wants(self.open):
            self.pieces = []
            self.piece_start = here

    def _foreign(self, namespace: str, tag: str, attributes: dict[str, str]) -> None:
        """An element that browsers give no meaning: data, unless feeds or XSLT do."""
        if self.feed.element(namespace, tag, attributes, self.page):
            return
        for name, value in attributes.items():
            if namespace == _XSLT and name in {"href", "select", "test", "match"}:
                for piece in re.split(r"""["'()\s,]+""", value):
                    self.page.suspect(Use.STYLESHEET, piece, f"<xsl:{tag} {name}>")
            elif not name.startswith(("xsi:", "xmlns", "rdf:")):
                self.page.suspect(Use.DATA, value, f"<{tag} {name}>")

    def end(self, _name: str) -> None:
        namespace, tag, attributes = self.open[-1]
        if self.pieces is not None:
            text = "".join(self.pieces)
            self.pieces = None
            before = self.page.fixed
            self.page.fixed = before or self.piece_start
            if namespace in _LIVE:
                self._inner(tag.lower(), text, attributes)
            else:
                self.feed.text(self.open, text, self.page)
            self.page.fixed = before
        self.open.pop()

    def _inner(self, tag: str, text: str, attributes: dict[str, str]) -> None:
        if tag == "style":
            css.read_sheet(text, self.page, "<style>")
        elif is_script(attributes):
            self.page.has_scripts = True
            module = attributes.get("type", "").strip().lower() == "module"
            scripts.read(text, "module" if module else "classic", self.page, self.piece_start)
        else:
            kind = attributes.get("type", "").strip().lower()
            json_documents.read_data_block(kind, text, self.page, self.piece_start)

    def text(self, text: str) -> None:
        self.expanded += len(text)
        if self.expanded > _MOST_EXPANSION + 20 * self.parser.CurrentByteIndex:
            raise _TooMuchError
        if self.pieces is not None:
            self.pieces.append(text)

    def instruction(self, target: str, data: str) -> None:
        """`xml-stylesheet` and its kin: Associating Style Sheets with XML documents."""
        found = {name: one or two for name, one, two in _PSEUDO_ATTRIBUTE.findall(data)}
        where = f"<?{target}?>"
        if target == "xml-stylesheet":
            self.page.refer(Use.STYLESHEET, found.get("href", ""), where, self.here())
            return
        for value in found.values():
            self.page.suspect(Use.STYLESHEET, value, where, self.here())

    def doctype(self, _name: str, system: str | None, _public: str | None, _internal: int) -> None:
        if system and not _KNOWN_DOCTYPE.match(system):
            self.page.refer(Use.DOCTYPE, system, "<!DOCTYPE>", self.here())

    def entity(  # the signature is expat's
        self,
        name: str,
        _parameter: int,
        _value: str | None,
        _base: str | None,
        system: str | None,
        _public: str | None,
        _notation: str | None,
    ) -> None:
        if system:
            self.page.refer(Use.ENTITY, system, f"<!ENTITY {name}>", self.here())


def _attribute(name: str) -> str:
    """`prefix:local` with the prefix that the vocabulary tables use, whatever the source's."""
    namespace, space, local = name.rpartition(" ")
    if not space:
        return local
    return f"{_PREFIXES.get(namespace, 'x')}:{local}"


Handlers = Any
