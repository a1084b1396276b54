"""Documents inside URLs: `data:` (Fetch, section 6) and `javascript:` (HTML)."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes

from firstparty.extract import css, encoding, scripts
from firstparty.extract.page import DEEPEST
from firstparty.model import Use

if TYPE_CHECKING:
    from firstparty.extract.page import Page, Place


# A URL standard parser drops these wherever they stand (section 4.4).
_DROPPED: Final = re.compile(r"[\t\n\r]+")
_SCHEME: Final = re.compile(r"[\x00-\x20]*([a-zA-Z]+):", re.ASCII)
_MARKUP: Final = re.compile(r"text/html|application/xhtml|image/svg|[/+]xml|text/xsl")


def _scheme(url: str) -> tuple[str, str]:
    text = _DROPPED.sub("", url) if _DROPPED.search(url) else url
    match = _SCHEME.match(text)
    return (match.group(1).lower(), text[match.end() :]) if match else ("", text)


def javascript(url: str) -> str | None:
    """The source of a `javascript:` URL, percent-decoded; None for any other URL."""
    scheme, rest = _scheme(url)
    if scheme != "javascript":
        return None
    return unquote_to_bytes(rest.encode(errors="replace")).decode(errors="replace")


def parse(url: str) -> tuple[str, bytes] | None:
    """The MIME type and the body of a `data:` URL, or None for any other URL."""
    scheme, rest = _scheme(url)
    if scheme != "data":
        return None
    head, comma, body = rest.partition(",")
    if not comma:
        return None
    content = unquote_to_bytes(body.partition("#")[0].encode(errors="replace"))
    kind = head.lower().strip()
    if re.search(r"; *base64$", kind):
        kind = kind.rpartition(";")[0].strip()
        content = _base64(content)
    return kind or "text/plain", content


def _base64(content: bytes) -> bytes:
    """The forgiving decoder of the Infra standard, section 7; nothing where it fails."""
    packed = re.sub(rb"[ \t\n\f\r]+", b"", content).rstrip(b"=")
    try:
        return base64.b64decode(packed + b"=" * (-len(packed) % 4), validate=True)
    except binascii.Error:
        return b""


def follow(use: Use, url: str, place: Place, page: Page) -> None:
    """Read what a `data:` or `javascript:` URL holds, as the place that names it would."""
    scheme, _ = _scheme(url[:64])
    if scheme == "javascript":
        if use in _RUN:
            scripts.read(javascript(url) or "", "classic", page, place)
        return
    held = parse(url) if scheme == "data" else None
    if held is None:
        return
    kind, content = held
    if use is Use.STYLESHEET:
        css.read_sheet(encoding.decode_css(content), page.inside(place))
    elif use is Use.SCRIPT:
        scripts.read(encoding.decode_text(content), "module", page, place)
    else:
        decode = encoding.decode_html if "html" in kind else encoding.decode_xml
        text = decode(content)
        descend(kind, text, place, page)


# Places that run a `javascript:` URL when it is their turn: HTML, "navigate".
_RUN: Final = frozenset({Use.FRAME, Use.FORM, Use.REDIRECT, Use.SVG_REFERENCE})


def descend(kind: str, text: str, place: Place, page: Page) -> None:
    """Read a document inside this one, unless it lies too deep to be read."""
    if not _MARKUP.search(kind):
        return
    if page.depth >= DEEPEST:
        page.object(Use.EXCESS, f"it is the {DEEPEST}th document inside another", place)
        return
    page.read_document(kind, text, page.inside(place))
