"""Documents inside documents, by their MIME type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstparty.extract.html import read_html
from firstparty.extract.xml import read_xml
from firstparty.model import Use

if TYPE_CHECKING:
    from firstparty.extract.page import Page


def read_document(kind: str, text: str, page: Page) -> None:
    """Note what a document refers to that stands in an attribute or a URL.

    XML is read as HTML, too: a picture in a style sheet that is no good XML is shown by nobody,
    and no reason to complain, but some reader may make something of it.
    """
    if "xml" in kind or "xsl" in kind:
        before = len(page.found)
        read_xml(text, page)
        as_xml = [entry for entry in page.found[before:] if entry[0].use is not Use.MALFORMED]
        del page.found[before:]
        read_html(text, page)
        known = {(found.use, found.url) for found, _ in page.found[before:]}
        page.found += [entry for entry in as_xml if (entry[0].use, entry[0].url) not in known]
    else:
        read_html(text, page)
