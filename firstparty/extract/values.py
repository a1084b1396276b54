"""The small grammars of attribute and header values that hold URLs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACE: Final = " \t\n\f\r"
_SRCSET_LEAD: Final = re.compile(r"[ \t\n\f\r,]*")
# A comma without white space does not end a URL; what a writer glued on was meant as one.
_GLUED: Final = re.compile(r",(https?://[^ \t\n\f\r,]+)")
_NOT_SPACE: Final = re.compile(r"[^ \t\n\f\r]*")
_REFRESH: Final = re.compile(
    r"""[ \t\n\f\r]*[0-9.]*[ \t\n\f\r]*[;,]?[ \t\n\f\r]*(?:url[ \t\n\f\r]*=[ \t\n\f\r]*)?""",
    re.IGNORECASE,
)
_DESCRIPTOR_MARK: Final = re.compile(r"[(),]")
# Where a URL can begin in a text of unknown grammar.
_EMBEDDED: Final = re.compile(r"""[^\s,;|"'()<>\[\]{}]+""")


def urls(text: str) -> list[str]:
    """A set of space-separated tokens (`ping`)."""
    return re.split(r"[ \t\n\f\r]+", text.strip(_SPACE)) if text.strip(_SPACE) else []


def srcset(text: str) -> Iterator[str]:
    """The URLs of image candidates: HTML, "parse a srcset attribute"."""
    position = 0
    yield from _GLUED.findall(text)
    while position < len(text):
        lead = _SRCSET_LEAD.match(text, position)
        position = lead.end() if lead else position
        token = _NOT_SPACE.match(text, position)
        url = token.group() if token else ""
        if not url:
            return
        position += len(url)
        if url.endswith(","):
            yield url.rstrip(",")
            continue
        yield url
        position = _after_descriptors(text, position)


def _after_descriptors(text: str, position: int) -> int:
    """Descriptors end at a comma outside parentheses."""
    depth = 0
    for match in _DESCRIPTOR_MARK.finditer(text, position):
        mark = match.group()
        if mark == "," and not depth:
            return match.end()
        depth = max(0, depth + (mark == "(") - (mark == ")"))
    return len(text)


def refresh(text: str) -> str:
    """The URL of a refresh: HTML, "shared declarative refresh steps"; "" where there is none.

    Browsers read more than the standard writes, so anything after the time is the URL.
    """
    head = _REFRESH.match(text)
    rest = text[head.end() :] if head else text
    if rest[:1] in {'"', "'"}:
        return rest[1:].partition(rest[0])[0]
    return rest


def policy_addresses(text: str) -> Iterator[str]:
    """The addresses of `report-uri` in a content security policy: CSP 3, section 6.5.1."""
    for directive in re.split(r"[;,]", text):
        name, *values = directive.split() or [""]
        if name.lower() in {"report-uri", "report-to"}:
            yield from values


def embedded(text: str) -> Iterator[str]:
    """The pieces of a text of unknown grammar that may be a URL each, and the whole."""
    yield text
    if "//" in text or "\\" in text or ":" in text:
        for match in _EMBEDDED.finditer(text):
            piece = match.group()
            if piece != text:
                yield piece
                if "=" in piece:
                    yield piece.partition("=")[2]
