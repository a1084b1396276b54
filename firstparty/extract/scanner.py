"""What a browser's preload scanner fetches, although the parser may never build it.

Scanners run ahead of the parser, see tags but no tree, and imports but no escapes: Chromium
reads `style`, `title` and their kin as text inside drawings, too, knows no CDATA sections,
and fetches pictures of a page that turns out to be a set of frames.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from firstparty.extract import css
from firstparty.extract.elements import read_element
from firstparty.extract.page import Place
from firstparty.extract.tokens import RAW_TEXT, raw_text_of, start_tags
from firstparty.extract.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from firstparty.extract.page import Page

    _Tag = tuple[str, tuple[tuple[str, str, int], ...]]

# Elements that are fetched ahead, and the attributes that say what.
SCANNED: Final = words("base image img input link script source style video")
_ATTRIBUTES: Final = words(
    "as crossorigin href imagesrcset media poster rel sizes src srcset type language"
)
# Written out in both cases, and the first letter ahead: this goes over every page.
_EITHER_CASE: Final = {
    name: "".join(f"[{letter}{letter.upper()}]" for letter in name) for name in sorted(SCANNED)
}
_TAG: Final = re.compile(
    rf"<(?=[{''.join({name[0] + name[0].upper() for name in _EITHER_CASE})}])"
    rf"(?:{'|'.join(_EITHER_CASE.values())})(?=[\s/>])"
)
_RAW_TEXT: Final = RAW_TEXT | {"noscript", "plaintext"}
WITHOUT_SCRIPTS: Final = _RAW_TEXT - {"noscript"}
_SELECT: Final = re.compile(r"<select[\s/>].*?(?:</select|\Z)", re.IGNORECASE | re.DOTALL)
_TEXT_TAG: Final = re.compile(rf"<(?:{'|'.join(sorted(_RAW_TEXT - {'script'}))})", re.IGNORECASE)


def count(text: str) -> int:
    """How many tags of these elements the text seems to hold; never fewer than it holds."""
    return len(_TAG.findall(text))


def read_selects(text: str, page: Page) -> None:
    """Note what older parsers build in a list of choices, where they ignore most tags.

    Until 2025 a `textarea` or `title` inside a `select` began no text; it does now.
    """
    for match in _SELECT.finditer(text):
        if _TEXT_TAG.search(match.group()):
            read_ahead(text[match.start() :], page, frozenset({"script"}))
            return


def read_ahead(text: str, page: Page, raw_text: frozenset[str] = _RAW_TEXT) -> None:
    """Note what a scanner fetches and the tree did not show.

    Inside `raw_text` elements it sees text, not tags.
    """
    _note_new(_scanned(text, page, raw_text), page)


def _scanned(text: str, page: Page, raw_text: frozenset[str]) -> Iterator[_Tag]:
    for tag in start_tags(text, raw_text):
        if tag.name == "style":
            css.read_scanned_imports(raw_text_of(text, tag), page, Place("@import"))
        if tag.name in SCANNED:
            yield tag.name, tuple(entry for entry in tag.attributes if entry[0] in _ATTRIBUTES)


def _note_new(tags: Iterable[_Tag], page: Page) -> None:
    """Note what start tags refer to, unless the tree has shown it already."""
    before = len(page.found)
    known = {(reference.use, reference.url) for reference, _ in page.found}
    for name, attributes in tags:
        read_element(name, {key: value for key, value, _ in attributes}, page)
    page.found[before:] = [
        entry for entry in page.found[before:] if (entry[0].use, entry[0].url) not in known
    ]
