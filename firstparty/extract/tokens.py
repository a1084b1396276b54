"""The start tags of a document without its tree: HTML, section 13.2.5, in linear time."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from firstparty.extract.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

# A comment, a bogus comment (a character that no tag begins with), an end tag or a start tag.
_OPEN: Final = re.compile(r"<(?:(!--)|([!?]|/[^a-zA-Z>])|(/?)([a-zA-Z][^\s/>]*))")
_COMMENT_END: Final = re.compile(r"--!?>")
_ATTRIBUTE: Final = re.compile(
    r"""[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?"""
)
RAW_TEXT: Final = words("iframe noembed noframes script style textarea title xmp")
_ENDS: Final = {
    name: re.compile(rf"</{name}[\s/>]", re.IGNORECASE)
    for name in RAW_TEXT | {"noscript", "plaintext"}
}


@dataclass(frozen=True, slots=True)
class StartTag:
    """A start tag, the offset of its end, and its attributes with the offset of each."""

    name: str
    end: int
    attributes: tuple[tuple[str, str, int], ...]


def start_tags(text: str, raw_text: frozenset[str] = RAW_TEXT) -> Iterator[StartTag]:
    """The start tags in order; comments and the text of `raw_text` elements are passed over."""
    position = 0
    while (match := _OPEN.search(text, position)) is not None:
        comment, bogus, slash, name = match.groups()
        if comment:
            # `<!-->` and `<!--->` are whole comments.
            end = _COMMENT_END.search(text, match.end() - 2)
            position = end.end() if end else len(text)
            continue
        if bogus:
            position = _after(text, ">", match.end() - 1)
            continue
        attributes, position = _attributes(text, match.end())
        position = _after(text, ">", position)
        if slash:
            continue
        lower = name.lower()
        yield StartTag(lower, position, attributes)
        if lower in raw_text:
            end = None if lower == "plaintext" else _ENDS[lower].search(text, position)
            position = end.start() if end else len(text)


def raw_text_of(text: str, tag: StartTag) -> str:
    """What stands between a start tag of a raw text element and its end tag."""
    end = _ENDS[tag.name].search(text, tag.end)
    return text[tag.end : end.start() if end else len(text)]


def _attributes(text: str, position: int) -> tuple[tuple[tuple[str, str, int], ...], int]:
    found: list[tuple[str, str, int]] = []
    while True:
        match = _ATTRIBUTE.match(text, position)
        if match is None or match.end() == position:
            return tuple(found), position
        position = match.end()
        group = match.lastindex or 1
        value = html.unescape(match.group(group)) if group > 1 else ""
        found.append((match.group(1).lower(), value, match.start(1)))


def _after(text: str, mark: str, position: int) -> int:
    found = text.find(mark, position)
    return len(text) if found < 0 else found + 1
