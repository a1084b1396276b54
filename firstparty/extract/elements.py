"""One start tag and its attributes to references, the same for HTML, XHTML and SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract import css, data_url, headers, relations, scripts, values
from firstparty.extract.page import Place
from firstparty.extract.vocabulary import (
    FETCHED_METADATA,
    INERT,
    INERT_EXACT,
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
    from collections.abc import Callable, Mapping

    from firstparty.extract.page import Page

    Documents = Callable[[str, Page], None]

_NOTHING: Final[dict[str, tuple[Grammar, Use]]] = {}
_NO_LINKS: Final[frozenset[str]] = frozenset()

# The inert names of each element that has links of its own, joined once.
_INERT_OF: Final = {
    tag: (INERT | INERT_EXACT | names) - frozenset(LOADING.get(tag, ()))
    for tag, names in LINKS.items()
}
_INERT_OF |= {
    tag: (INERT | INERT_EXACT) - frozenset(LOADING[tag]) for tag in LOADING if tag not in LINKS
}
_INERT_OF |= {tag: INERT | INERT_EXACT | {"href", "xlink:href"} for tag in MATHML}
_INERT_ELSE: Final = INERT | INERT_EXACT

SPECIAL: Final = frozenset({"link", "meta", "script"})


def read_element(
    tag: str, attributes: Mapping[str, str | None], page: Page, documents: Documents
) -> None:
    """Note what one element's attributes refer to.

    `tag` is in lower case, with no prefix; attribute names are as HTML writes them.
    `documents` reads a document given as text (`srcdoc`, HTML in `data:`).
    """
    inert = _INERT_OF.get(tag, _INERT_ELSE)
    closed = page.foreign_base is None
    for name, value in attributes.items():
        if not value:
            continue
        if name in inert:
            if name == "href" and "script" in value.lower():
                _link(tag, name, value, page)
            continue
        if name[:2] == "on":
            page.has_scripts = True
            scripts.read(value, "handler", page, Place(tag=tag, attribute=name, value=value))
        elif name == "srcdoc":
            _judge(tag, name.lower(), value, attributes, page, documents)
        elif closed and MAY_LEAVE.search(value) is None and tag not in SPECIAL:
            continue
        else:
            _judge(tag, name.lower(), value, attributes, page, documents)


def _link(tag: str, name: str, value: str, page: Page) -> None:
    """A link that is a script runs when it is pressed: HTML, "javascript: URLs"."""
    source = data_url.javascript(value)
    if source is not None:
        page.has_scripts = True
        scripts.read(source, "classic", page, Place(tag=tag, attribute=name, value=value))


def _judge(
    tag: str,
    name: str,
    value: str,
    attributes: Mapping[str, str | None],
    page: Page,
    documents: Documents,
) -> None:
    if tag == "link" and name in {"href", "imagesrcset"}:
        _link_element(name, value, attributes, page, documents)
        return
    if tag == "meta" and name == "content":
        _metadata(value, attributes, page, documents)
        return
    if tag == "script" and name in {"src", "href", "xlink:href"} and not is_script(attributes):
        return  # a data block is not fetched: HTML, "prepare the script element"
    if name in INERT or name.startswith(INERT_PREFIXES) or name in INERT_EXACT:
        return
    place = Place(tag=tag, attribute=name, value=value)
    where = f"<{tag} {name}>"
    grammar, use = (
        LOADING.get(tag, _NOTHING).get(name)
        or LOADING_ANYWHERE.get(name)
        or (Grammar.UNKNOWN, Use.UNKNOWN_ATTRIBUTE)
    )
    if name.startswith("data-") and grammar is Grammar.UNKNOWN:
        use = Use.DATA_ATTRIBUTE
    _READERS[grammar](use, value, where, place, page, documents)


def is_script(attributes: Mapping[str, str | None]) -> bool:
    """Whether a script element runs, by its type and language: HTML, "prepare the script"."""
    kind = attributes.get("type")
    if kind is None:
        language = attributes.get("language")
        return not language or f"text/{language.lower()}" in SCRIPT_TYPES
    kind = kind.strip(" \t\n\f\r").lower().partition(";")[0].strip()
    return kind in {"", "module"} or kind in SCRIPT_TYPES


def _link_element(
    name: str, value: str, attributes: Mapping[str, str | None], page: Page, documents: Documents
) -> None:
    place = Place(tag="link", attribute=name, value=value)
    rel = attributes.get("rel") or ""
    if name == "imagesrcset":
        _srcset(Use.HINT, value, "<link imagesrcset>", place, page, documents)
        return
    for use in relations.uses(rel):
        where = f"<link rel={' '.join(rel.split())}>"
        _url(use, value, where, place, page, documents)


def _metadata(
    value: str, attributes: Mapping[str, str | None], page: Page, documents: Documents
) -> None:
    place = Place(tag="meta", attribute="content", value=value)
    pragma = attributes.get("http-equiv")
    if pragma:
        where = f"<meta http-equiv={pragma.strip()}>"
        target = headers.read_header(pragma.strip().lower(), value, where, page, place)
        if target:
            data_url.follow(Use.FRAME, target, where, place, page, documents)
        return
    name = (attributes.get("name") or "").strip().lower()
    if name.startswith(FETCHED_METADATA):
        for piece in values.embedded(value):
            if page.suspect(Use.IMAGE, piece, f"<meta name={name}>", place):
                return


def _url(use: Use, value: str, where: str, place: Place, page: Page, documents: Documents) -> None:
    if page.refer(use, value, where, place):
        return
    if use in {Use.STYLESHEET, Use.SCRIPT}:
        page.link(use, value)
    data_url.follow(use, value, where, place, page, documents)


def _urls(use: Use, value: str, where: str, place: Place, page: Page, documents: Documents) -> None:
    for url in values.urls(value):
        _url(use, url, where, place, page, documents)


def _srcset(
    use: Use, value: str, where: str, place: Place, page: Page, _documents: Documents
) -> None:
    for url in values.srcset(value):
        page.refer(use, url, where, place)


def _style(
    _use: Use, value: str, where: str, place: Place, page: Page, _documents: Documents
) -> None:
    css.read_declarations(value, page, place, where)


def _handler(
    _use: Use, value: str, _where: str, place: Place, page: Page, _documents: Documents
) -> None:
    scripts.read(value, "handler", page, place)


def _document(
    _use: Use, value: str, where: str, place: Place, page: Page, documents: Documents
) -> None:
    data_url.descend(value, where, place, page, documents)


def _animated(
    use: Use, value: str, where: str, place: Place, page: Page, documents: Documents
) -> None:
    for piece in value.split(";"):
        _url(use, piece.strip(), where, place, page, documents)
    css.read_declarations(value, page, place, where)


def _unknown(
    use: Use, value: str, where: str, place: Place, page: Page, _documents: Documents
) -> None:
    if use is Use.DATA_ATTRIBUTE and not page.has_scripts:
        return  # nothing reads it
    for piece in values.embedded(value):
        if page.suspect(use, piece, where, place):
            return
    if "(" in value and use is Use.UNKNOWN_ATTRIBUTE:
        css.read_declarations(value, page, place, where)


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
