"""One start tag and its attributes to references, the same for HTML, XHTML and SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract import css, data_url, headers, relations, scripts, values
from firstparty.extract.page import Place
from firstparty.extract.vocabulary import (
    INERT,
    INERT_METADATA,
    INERT_PREFIXES,
    LINKS,
    LOADING,
    LOADING_ANYWHERE,
    MATHML,
    SCRIPT_TYPES,
    Grammar,
)
from firstparty.model import Use
from firstparty.origin import MAY_LEAVE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from firstparty.extract.page import Page

    Attributes = Mapping[str, str | None]

_NOTHING: Final[dict[str, tuple[Grammar, Use]]] = {}

# The inert names of each element, joined once: those of all, and its own links, without
# those by which it loads.
_INERT_OF: Final = {
    tag: (INERT | LINKS.get(tag, frozenset())) - frozenset(LOADING.get(tag, ()))
    for tag in LINKS.keys() | LOADING.keys()
} | dict.fromkeys(MATHML, INERT | {"href", "xlink:href"})


# Elements that are links, so that what they name can be a script.
_LINKING: Final = frozenset(
    tag for tag, inert in _INERT_OF.items() if not inert.isdisjoint({"href", "xlink:href"})
)


def is_inert(tag: str, attributes: Attributes) -> bool:
    """Whether nothing about an element can be of interest; quick, for the many that are so."""
    if not _INERT_OF.get(tag, INERT).issuperset(attributes):
        return False
    if tag not in _LINKING:
        return True
    href = attributes.get("href")
    return (not href or href[0] not in _SCRIPT_BEGINS) and "xlink:href" not in attributes


# A URL standard parser drops control characters and spaces before the scheme.
_SCRIPT_BEGINS: Final = frozenset({*map(chr, range(0x21)), "j", "J"})


def read_element(tag: str, attributes: Attributes, page: Page) -> None:
    """Note what one element's attributes refer to.

    `tag` has no prefix; attribute names are as HTML writes them.
    """
    tag = tag.lower()
    inert = _INERT_OF.get(tag, INERT)
    if tag in _LINKING:
        _links(tag, attributes, page)
    relative_stays = page.foreign_base is None
    for name, value in attributes.items():
        if not value or name in inert:
            continue
        if name[:2] == "on" or name == "srcdoc":
            _judge(tag, name, value, attributes, page)
        elif MAY_LEAVE.search(value) is not None or not relative_stays:
            _judge(tag, name.lower(), value, attributes, page)
        elif tag in _NAMES_FILES:
            _NAMES_FILES[tag](name, value, attributes, page)


def _links(tag: str, attributes: Attributes, page: Page) -> None:
    """A link that is a script runs when it is pressed: HTML, "javascript: URLs"."""
    for name in ("href", "xlink:href"):
        value = attributes.get(name)
        if not value or value[0] not in _SCRIPT_BEGINS or name not in _INERT_OF.get(tag, INERT):
            continue
        source = data_url.javascript(value)
        if source is not None:
            place = Place(f"<{tag} {name}>", 1, 1, tag, name, value)
            scripts.read(source, "classic", page, place)


def _judge(  # an attribute, its element, and where both stand
    tag: str,
    name: str,
    value: str,
    attributes: Attributes,
    page: Page,
) -> None:
    if name.startswith(INERT_PREFIXES) or name in _INERT_OF.get(tag, INERT):
        return
    place = Place(f"<{tag} {name}>", 1, 1, tag, name, value)
    if tag == "link" and name == "href":
        _link_element(value, attributes, page)
        return
    if tag == "meta" and name == "content":
        _metadata(value, attributes, page)
        return
    grammar, use = (
        LOADING.get(tag, _NOTHING).get(name)
        or LOADING_ANYWHERE.get(name)
        or (Grammar.UNKNOWN, Use.UNKNOWN_ATTRIBUTE)
    )
    if name.startswith("on"):
        grammar = Grammar.HANDLER
    elif name.startswith("data-") and grammar is Grammar.UNKNOWN:
        use = Use.DATA_ATTRIBUTE
    elif tag == "script" and use is Use.SCRIPT and not is_script(attributes):
        # Not fetched today (HTML, "prepare the script element"), but kept for a script.
        use = Use.UNKNOWN_ATTRIBUTE
    _READERS[grammar](use, value, place, page)


def is_script(attributes: Attributes) -> bool:
    """Whether a script element runs, by its type and language: HTML, "prepare the script"."""
    if "type" not in attributes:
        language = attributes.get("language")
        return not language or f"text/{language.lower()}" in SCRIPT_TYPES
    kind = script_type(attributes)
    return kind in {"", "module"} or kind in SCRIPT_TYPES


def script_type(attributes: Attributes) -> str:
    """The type of a script element without parameters, in lower case."""
    return (attributes.get("type") or "").strip().lower().partition(";")[0].strip()


def _link_element(value: str, attributes: Attributes, page: Page) -> None:
    rel = attributes.get("rel")
    place = Place(f"<link rel={' '.join((rel or '').split())}>", 1, 1, "link", "href", value)
    if rel is None and "rev" not in attributes and attributes.get("itemprop"):
        return  # microdata: names a value
    for use in relations.uses(rel or ""):
        _url(use, value, place, page)


def _name_linked(name: str, value: str, attributes: Attributes, page: Page) -> None:
    if name == "href" and Use.STYLESHEET in relations.uses(attributes.get("rel") or ""):
        page.link(Use.STYLESHEET, value)


def _name_script(name: str, value: str, attributes: Attributes, page: Page) -> None:
    if name in {"src", "href", "xlink:href"} and is_script(attributes):
        module = script_type(attributes) == "module"
        page.link(Use.MODULE if module else Use.SCRIPT, value)


def _name_pragma(name: str, value: str, attributes: Attributes, page: Page) -> None:
    """A pragma can have effect without naming an address."""
    pragma = (attributes.get("http-equiv") or "").strip().lower()
    if name == "content" and pragma == "x-dns-prefetch-control":
        place = Place(f"<meta http-equiv={pragma}>", 1, 1, "meta", "content", value)
        headers.read_header(pragma, value, page, place)


# Elements of which a relative address is of interest, too.
_NAMES_FILES: Final = {"link": _name_linked, "meta": _name_pragma, "script": _name_script}


def _metadata(value: str, attributes: Attributes, page: Page) -> None:
    pragma = (attributes.get("http-equiv") or "").strip().lower()
    if pragma:
        place = Place(f"<meta http-equiv={pragma}>", 1, 1, "meta", "content", value)
        target = headers.read_header(pragma, value, page, place)
        if target:
            data_url.follow(Use.FRAME, target, place, page)
        return
    kind = "name" if attributes.get("name") else "property"
    name = (attributes.get(kind) or "").strip().lower()
    if name in INERT_METADATA or name.startswith(("dc.", "dcterms.", "citation_")):
        return
    if not name and attributes.get("itemprop"):
        return
    place = Place(f"<meta {kind}={name}>", 1, 1, "meta", "content", value)
    for piece in values.embedded(value):
        if page.suspect(Use.METADATA, piece, place):
            return


def _url(use: Use, value: str, place: Place, page: Page) -> None:
    if page.refer(use, value, place):
        return
    if use in {Use.STYLESHEET, Use.SCRIPT}:
        page.link(use, value)
    data_url.follow(use, value, place, page)


def _urls(use: Use, value: str, place: Place, page: Page) -> None:
    for url in values.urls(value):
        _url(use, url, place, page)


def _srcset(use: Use, value: str, place: Place, page: Page) -> None:
    for url in values.srcset(value):
        _url(use, url, place, page)


def _style(_use: Use, value: str, place: Place, page: Page) -> None:
    css.read_declarations(value, page, place)


def _handler(_use: Use, value: str, place: Place, page: Page) -> None:
    scripts.read(value, "handler", page, place)


def _document(_use: Use, value: str, place: Place, page: Page) -> None:
    data_url.descend("text/html", value, place, page)


def _animated(use: Use, value: str, place: Place, page: Page) -> None:
    for piece in value.split(";"):
        _url(use, piece.strip(), place, page)
    css.read_declarations(value, page, place)


def _unknown(use: Use, value: str, place: Place, page: Page) -> None:
    for piece in values.embedded(value):
        if page.suspect(use, piece, place):
            return
    if use is Use.UNKNOWN_ATTRIBUTE and "(" in value:
        css.read_declarations(value, page, place)


_READERS: Final = {
    Grammar.URL: _url,
    Grammar.URLS: _urls,
    Grammar.SRCSET: _srcset,
    Grammar.STYLE: _style,
    Grammar.CSS_VALUE: _style,
    Grammar.HANDLER: _handler,
    Grammar.DOCUMENT: _document,
    Grammar.ANIMATED: _animated,
    Grammar.UNKNOWN: _unknown,
}
