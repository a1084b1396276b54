"""XML to references: SVG, XHTML, feeds, sitemaps and anything else (expat).

External entities are never fetched; the expansion of internal ones is limited.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from firstparty.extract import css, data_url, feeds, headers
from firstparty.extract.elements import is_script, read_element, script_type
from firstparty.extract.html import read_script_text
from firstparty.extract.page import Place
from firstparty.model import Use

if TYPE_CHECKING:
    from firstparty.extract.page import Page

_XSLT: Final = "http://www.w3.org/1999/XSL/Transform"
_LIVE: Final = frozenset(
    {
        "http://www.w3.org/1998/Math/MathML",
        "http://www.w3.org/1999/xhtml",
        "http://www.w3.org/2000/svg",
    }
)
_PREFIXES: Final = {
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "http://www.inkscape.org/namespaces/inkscape": "inkscape",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd": "sodipodi",
}
# Browsers know these public document types and fetch none of them.
_KNOWN_DOCTYPE: Final = re.compile(r"https?://(?:www\.)?w3\.org/")
# The schemas of sitemaps and of the W3C are named by nearly every generator.
_KNOWN_SCHEMA: Final = re.compile(
    r"https?://(?:www\.)?(?:sitemaps\.org|w3\.org|google\.com)/(?:schemas?/|[12]\d{3}/)"
)
_PSEUDO_ATTRIBUTE: Final = re.compile(r"""([\w:.\-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
# XML_ERROR_AMPLIFICATION_LIMIT_BREACH; `expat.errors` does not name it.
_AMPLIFIED: Final = 43
_MOST_EXPANSION: Final = 8_000_000
_DEEPEST: Final = 5_000


class _TooMuchError(Exception):
    """More than a reader would hold; the message says of what."""


def read_xml(text: str, page: Page) -> None:
    """Note what an XML document refers to, up to where it stops being well-formed."""
    reader = _Reader(page)
    try:
        reader.parser.Parse(text, True)  # noqa: FBT003  # the signature is expat's
    except _TooMuchError as error:
        page.object(Use.EXCESS, str(error), reader.here("the document"))
    except expat.ExpatError as error:
        if error.code == _AMPLIFIED:
            evidence = "its entities expand without end"
            page.object(Use.EXCESS, evidence, Place("the document", error.lineno))
            return
        place = Place("XML", error.lineno, error.offset + 1)
        page.object(Use.MALFORMED, "XML", place, expat.errors.messages[error.code])


@dataclass(slots=True)
class _Text:
    """The text of an element without that of the elements in it: DOM, "child text content"."""

    depth: int
    start: Place = field(default_factory=Place)
    pieces: list[str] = field(default_factory=list)


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
        self.parser.NotationDeclHandler = self.notation
        # Declarations after a reference to an entity that lies elsewhere count in browsers.
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
        self.parser.ExternalEntityRefHandler = self.elsewhere
        self.open: list[tuple[str, str, dict[str, str]]] = []
        self.texts: list[_Text] = []
        self.expanded = 0
        self.feed = feeds.Feed()

    def here(self, where: str) -> Place:
        """Where the parser is."""
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber
        return Place(where, line, column + 1)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A start tag: its attributes, and whether the text that follows is of interest."""
        if len(self.open) >= _DEEPEST:
            raise _TooMuchError(f"it has {_DEEPEST:,} elements inside each other")
        self._count(sum(map(len, attributes.values())))
        namespace, _, tag = name.rpartition(" ")
        named = {_attribute(key): value for key, value in attributes.items()}
        here = self.here(f"<{tag}>")
        before = self.page.fixed
        self.page.fixed = before or here
        lower = tag.lower()
        base = named.get("xml:base") or (named.get("href") if lower == "base" else None)
        target = self.page.leaves(base) if base else None
        if base and target is not None:
            self.page.refer(Use.BASE, base, here)
            self.page.foreign_base = target.url
        if namespace in _LIVE:
            read_element(lower, named, self.page)
        else:
            self._meaningless(namespace, tag, named)
        self.page.fixed = before
        self.open.append((namespace, tag, named))
        has_code = namespace in _LIVE and lower in {"style", "script"}
        if has_code or self.feed.wants(self.open):
            self.texts.append(_Text(len(self.open)))
            self.parser.buffer_text = False  # so that the first piece says where it stands

    def _meaningless(self, namespace: str, tag: str, attributes: dict[str, str]) -> None:
        """An element that browsers give no meaning: data, unless feeds or XSLT do."""
        if self.feed.element(namespace, tag, attributes, self.page):
            return
        if tag == "add" and "name" in attributes and "value" in attributes:
            name = attributes["name"]  # a header in the configuration of IIS
            headers.read_header(name.lower(), attributes["value"], self.page, Place(name))
            return
        for name, value in attributes.items():
            if name.startswith("rdf:"):
                continue
            for piece in re.split(r"""["'()\s,]+""", value):
                if not (name.startswith("xsi:") and _KNOWN_SCHEMA.match(piece)):
                    use = Use.STYLESHEET if namespace == _XSLT else Use.DATA
                    self.page.suspect(use, piece, Place(f"<{tag} {name}>"))

    def end(self, _name: str) -> None:
        """An end tag: read the text that was collected."""
        if self.texts and self.texts[-1].depth == len(self.open):
            text = self.texts.pop()
            if text.pieces:
                self._collected(*self.open[-1], text)
            self.parser.buffer_text = not self.texts
        self.open.pop()

    def _collected(
        self, namespace: str, tag: str, attributes: dict[str, str], collected: _Text
    ) -> None:
        start, text = collected.start, "".join(collected.pieces)
        if namespace not in _LIVE:
            before = self.page.fixed
            self.page.fixed = before or start
            self.feed.text(self.open, text, self.page)
            self.page.fixed = before
            return
        if tag.lower() == "style":
            css.read_sheet(text, self.page, start)
        else:
            kind, runs = script_type(attributes), is_script(attributes)
            read_script_text(kind, text, self.page, start, runs=runs)

    def text(self, text: str) -> None:
        """Character data, entities expanded."""
        self._count(len(text))
        if self.texts and self.texts[-1].depth == len(self.open):
            if not self.texts[-1].pieces:
                self.texts[-1].start = self.here("text")
            self.texts[-1].pieces.append(text)

    def _count(self, characters: int) -> None:
        self.expanded += characters
        if self.expanded > _MOST_EXPANSION + 20 * max(self.parser.CurrentByteIndex, 0):
            raise _TooMuchError("its entities expand without end")

    def instruction(self, target: str, data: str) -> None:
        """`xml-stylesheet` and its kin: Associating Style Sheets with XML documents."""
        place = self.here(f"<?{target}?>")
        pseudo = [
            (name, html.unescape(one or two)) for name, one, two in _PSEUDO_ATTRIBUTE.findall(data)
        ]
        transforms = any(name == "type" and "css" not in value for name, value in pseudo)
        for name, value in pseudo:
            if target == "xml-stylesheet" and name == "href":
                if not self.page.refer(Use.STYLESHEET, value, place):
                    self.page.link(Use.SVG_REFERENCE if transforms else Use.STYLESHEET, value)
                    data_url.follow(Use.STYLESHEET, value, place, self.page)
            else:
                self.page.suspect(Use.STYLESHEET, value, place)

    def doctype(self, _name: str, system: str | None, _public: str | None, _internal: int) -> None:
        """A document type; browsers fetch none of the known ones."""
        if system and not _KNOWN_DOCTYPE.match(system):
            self.page.refer(Use.DOCTYPE, system, self.here("<!DOCTYPE>"))

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
        """An entity that lies elsewhere."""
        if system:
            self.page.refer(Use.ENTITY, system, self.here(f"<!ENTITY {name}>"))

    def elsewhere(
        self, context: str | None, _base: str | None, _system: str | None, _public: str | None
    ) -> int:
        """What lies elsewhere is not fetched; declarations are read on as if it were empty."""
        if context is None:
            self.parser.ExternalEntityParserCreate(None).Parse("", True)  # noqa: FBT003  # expat's
        return 1

    def notation(
        self, name: str, _base: str | None, system: str | None, _public: str | None
    ) -> None:
        """A notation names the program that shows it."""
        if system:
            self.page.refer(Use.ENTITY, system, self.here(f"<!NOTATION {name}>"))


def _attribute(name: str) -> str:
    """`prefix:local` with the prefix that the vocabulary tables use, whatever the source's."""
    namespace, space, local = name.rpartition(" ")
    if not space:
        return local
    return f"{_PREFIXES.get(namespace, 'x')}:{local}"
