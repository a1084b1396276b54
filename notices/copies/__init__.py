"""A legal notice as plain text and as Markdown, made of the page that visitors read.

`article` reads the page into blocks, `plain` and `markdown` write them. Made from the page itself
they say what it says: version, days, numbers, tables and all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from notices.copies import article, markdown, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editorial.catalogues import Catalogues
    from notices.copies.article import Block


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a notice down: its suffix, its media type, and what writes it."""

    suffix: str
    media_type: str
    write: Callable[[Sequence[Block], str], str]


@dataclass(frozen=True, slots=True)
class Offer:
    """What a page links to: the same notice in another form, named in the page's language."""

    name: str
    media_type: str
    address: str


PLAIN: Final = Form(".txt", "text/plain", plain.write)
MARKDOWN: Final = Form(".md", "text/markdown", markdown.write)  # RFC 7763
FORMS: Final = (PLAIN, MARKDOWN)


def address(page: str, form: Form) -> str:
    """Give the address beside a page: `/en/privacy/` has `/en/privacy/privacy.txt`.

    The name says what the file is, for whoever saves it.
    """
    return f"{page}{page.rstrip('/').rpartition('/')[2]}{form.suffix}"


def offers(page: str, lang: str, words: Catalogues) -> tuple[Offer, ...]:
    """Give what the page at an address links to."""
    # Translators: a file without any formatting, the name of a link
    names = {PLAIN: words.translate(lang, "plain text"), MARKDOWN: "Markdown"}
    return tuple(Offer(names[form], form.media_type, address(page, form)) for form in FORMS)


def write(html: str, page: str, site_url: str) -> dict[str, str]:
    """Write the article of a page, given as HTML, in every form; give the texts by address."""
    blocks = article.read(html)
    return {address(page, form): form.write(blocks, site_url + page) for form in FORMS}
