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
    from firstparty.extract.page import Page

# Elements that are fetched ahead, and the attributes that say what.
SCANNED: Final = words("image img input link script source style video")
_ATTRIBUTES: Final = words(
    "as crossorigin href imagesrcset media poster rel sizes src srcset type language"
)
_TAG: Final = re.compile(rf"<(?:{'|'.join(sorted(SCANNED))})(?=[\s/>])", re.IGNORECASE)


def count(text: str) -> int:
    """How many tags of these elements the text seems to hold; never fewer than it holds."""
    return len(_TAG.findall(text))


def read_ahead(text: str, page: Page) -> None:
    """Note what a scanner fetches and the tree did not show."""
    before = len(page.found)
    known = {(reference.use, reference.url) for reference, _ in page.found}
    for tag in start_tags(text, RAW_TEXT | {"noscript", "plaintext"}):
        if tag.name not in SCANNED:
            continue
        if tag.name == "style":
            css.read_scanned_imports(raw_text_of(text, tag), page, Place("@import"))
        attributes = {name: value for name, value, _ in tag.attributes if name in _ATTRIBUTES}
        read_element(tag.name, attributes, page)
    page.found[before:] = [
        entry for entry in page.found[before:] if (entry[0].use, entry[0].url) not in known
    ]
