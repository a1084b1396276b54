"""Bytes to text as browsers decode them: Encoding standard, HTML "sniffing algorithm"."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

import webencodings

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPE: Final = re.compile(rb"\x1b(\([BIJ]|\$[@B])")
# In the Roman set two characters differ from ASCII.
_ROMAN: Final = {0x5C: 0xA5, 0x7E: 0x203E}
_PRESCAN: Final = 1024
# HTML, "prescan a byte stream to determine its encoding": comments are skipped, `meta` read.
_COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)
_META: Final = re.compile(rb"<meta[\s/][^>]*", re.IGNORECASE)
_CHARSET: Final = re.compile(
    rb"""charset[ \t\n\f\r]*=[ \t\n\f\r]*(?:"([^"]*)"|'([^']*)'|([^\s;"'>/]+))""", re.IGNORECASE
)
_CSS_CHARSET: Final = re.compile(rb'@charset "([^"]*)";')
_XML_ENCODING: Final = re.compile(
    rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][\w.\-]*)["']""", re.ASCII
)


def _codec(label: str) -> str | None:
    """The Python codec behind an encoding label of the standard, or None."""
    encoding = webencodings.lookup(label)
    if encoding is None:
        return None
    # The standard's own two: every byte below 0x80 means what it means in ASCII, which is
    # more than a browser lets a document of these encodings say.
    if encoding.name in {"x-user-defined", "replacement"}:
        return "latin-1"
    return encoding.codec_info.name


def _bom(data: bytes) -> tuple[str, int] | None:
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return codec, len(mark)
    return None


def _decoded(data: bytes, codec: str) -> str:
    if codec == "iso2022_jp":
        return "".join(_iso_2022_jp(data))
    return data.decode(codec, errors="replace")


def _iso_2022_jp(data: bytes) -> Iterator[str]:
    """Encoding standard, "ISO-2022-JP decoder": an escape ends half a character.

    Python's decoder reads such an escape as text, which would hide what follows.
    """
    mode, start = b"(B", 0
    for match in [*_ESCAPE.finditer(data), None]:
        piece = data[start : match.start() if match else len(data)]
        if mode in {b"$@", b"$B"}:
            whole = len(piece) - len(piece) % 2
            yield (b"\x1b$B" + piece[:whole] + b"\x1b(B").decode("iso2022_jp", "replace")
            yield "\ufffd" * (len(piece) - whole)
        else:
            yield piece.decode("ascii", "replace").translate(_ROMAN if mode == b"(J" else {})
        if match:
            mode, start = match.group(1), match.end()


def decode_html(data: bytes) -> str:
    """The text of an HTML document, whatever its declared or undeclared encoding.

    Undeclared bytes are UTF-8 where they are valid UTF-8, else windows-1252: both read
    markup and host names the same.
    """
    marked = _bom(data)
    if marked:
        return _decoded(data[marked[1] :], marked[0])
    sixteen = _unmarked_utf16(data)
    if sixteen:
        return _decoded(data, sixteen)
    declared = _declared(_COMMENT.sub(b"", data[:_PRESCAN]))
    # "If encoding is UTF-16BE/LE, then change it to UTF-8": such a declaration was readable.
    if declared is not None and not declared.startswith("utf-16"):
        return _decoded(data, declared)
    return _undeclared(data)


def _declared(head: bytes) -> str | None:
    for meta in _META.finditer(head):
        match = _CHARSET.search(meta.group())
        if match:
            label = next(group for group in match.groups() if group is not None)
            codec = _codec(label.decode("latin-1").strip())
            if codec:
                return codec
    match = _XML_ENCODING.match(head)
    return _codec(match.group(1).decode("latin-1")) if match else None


def _undeclared(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return _decoded(data, "cp1252")


def _unmarked_utf16(data: bytes) -> str | None:
    """Text in which every second byte is NUL can only have been meant as UTF-16."""
    head = data[:64]
    if b"\0" not in head:  # two characters
        return None
    even, odd = head[::2], head[1::2]
    if not any(odd) and all(even):
        return "utf-16-le"
    if not any(even) and all(odd):
        return "utf-16-be"
    return None


def decode_css(data: bytes) -> str:
    """The text of a style sheet: CSS Syntax, "determine the fallback encoding"."""
    marked = _bom(data)
    if marked:
        return _decoded(data[marked[1] :], marked[0])
    match = _CSS_CHARSET.match(data)
    codec = _codec(match.group(1).decode("latin-1")) if match else None
    if codec and not codec.startswith("utf-16"):
        return _decoded(data, codec)
    return _unmarked_or_undeclared(data)


def decode_text(data: bytes) -> str:
    """The text of a script or of JSON: a byte-order mark, else UTF-8."""
    marked = _bom(data)
    if marked:
        return _decoded(data[marked[1] :], marked[0])
    return _unmarked_or_undeclared(data)


def _unmarked_or_undeclared(data: bytes) -> str:
    sixteen = _unmarked_utf16(data)
    return _decoded(data, sixteen) if sixteen else _undeclared(data)


def decode_xml(data: bytes) -> str:
    """The text of an XML document: XML 1.0, appendix F; a declared encoding counts."""
    marked = _bom(data)
    if marked:
        return _decoded(data[marked[1] :], marked[0])
    sixteen = _unmarked_utf16(data)
    if sixteen:
        return _decoded(data, sixteen)
    match = _XML_ENCODING.match(data[:_PRESCAN])
    codec = _codec(match.group(1).decode("latin-1")) if match else None
    if codec and not codec.startswith("utf-16"):
        return _decoded(data, codec)
    return _undeclared(data)


def decode_otherwise(data: bytes, text: str) -> str | None:
    """What a browser that guesses encodings may read, where that differs from `text`.

    Only ISO-2022-JP among the encodings that are guessed gives quotes and angle brackets
    another meaning, and it cannot be written without its escapes.
    """
    if _ESCAPE.search(data) is None:
        return None
    other = _decoded(data, "iso2022_jp")
    return None if other == text else other
