"""The article of a page as blocks: what stands in a text, without how it looks.

Left out is what only works on a page: navigation, buttons, words for screen readers that repeat
what is seen. An element that is not known here gives its words to the block around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

#: What the build sets so that lines break well on a page, and what people type and search for.
_HELD: Final = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-", "\u00ad": None})
#: White space as HTML has it; the spaces that hold words together are none.
SPACE: Final = re.compile(r"[ \t\n\r\f]+")

#: Blocks that hold blocks and say nothing themselves.
_BOXES: Final = ("article", "header", "section", "div", "details", "figure")
_SILENT: Final = ("nav", "summary", "img", "picture", "wbr", "-comment")
_SILENT_CLASSES: Final = ("visually-hidden", "button", "offers")

Kind = Literal["text", "strong", "emphasis", "code", "gap", "break"]
_KINDS: Final[dict[str, Kind]] = {
    "strong": "strong",
    "b": "strong",
    "em": "emphasis",
    "i": "emphasis",
    "dfn": "emphasis",
    "code": "code",
    "mark": "gap",
}


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one kind; `href` is where they lead, as the page writes it, "" for nowhere."""

    text: str
    kind: Kind = "text"
    href: str = ""


Words = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` counts from 1; `number` is computed, "" where nothing is numbered."""

    level: int
    number: str
    words: Words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that stand together."""

    words: Words


@dataclass(frozen=True, slots=True)
class Item:
    """One of a list; `mark` is "(1)", "1." or "-"."""

    mark: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list, or the numbered paragraphs of a clause."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """What is said of one thing: labels and values. `title` names the thing, () for none."""

    title: Words
    pairs: tuple[tuple[Words, Words], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head; the first cell of a row names what the row is about."""

    title: Words
    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A text to copy."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Lines that stay as they are."""

    text: str


Block = Heading | Paragraph | Items | Pairs | Table | Quote | Code


def read(html: str) -> tuple[Block, ...]:
    """Read the one `article` of a page, in the order of the page."""
    article = LexborHTMLParser(html).css_first("article")
    return tuple(_blocks(article)) if article else ()


def spoken(words: Words) -> str:
    """Give words in one line, without their kinds."""
    return SPACE.sub(" ", "".join(" " if s.kind == "break" else s.text for s in words)).strip()


def labelled(label: str) -> str:
    """End a label with a colon, a question as it is."""
    return label if label.endswith("?") else f"{label}:"


def typed(text: str) -> str:
    """Give a text with the spaces and hyphens that people type and search for."""
    return text.translate(_HELD)


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        classes = (child.attributes.get("class") or "").split()
        if child.tag not in _SILENT and not any(name in _SILENT_CLASSES for name in classes):
            yield child
        child = child.next


def _blocks(node: LexborNode) -> Iterator[Block]:
    """Give the blocks below a node; what stands between them is a paragraph of its own."""
    loose: list[Span] = []
    for child in _children(node):
        made = _block(child)
        if made is None:
            loose += _spans(child)
            continue
        if words := _tidy(loose):
            yield Paragraph(words)
        loose = []
        yield from made
    if words := _tidy(loose):
        yield Paragraph(words)


def _block(node: LexborNode) -> list[Block] | None:
    """Give the blocks that an element is, () for an empty one; None for what runs in a line."""
    blocks: list[Block] | None = None
    match str(node.tag):
        case "h1" | "h2" | "h3" | "h4" as tag:
            mark = node.css_first(".number")
            number = mark.text().strip() if mark else ""
            blocks = [Heading(int(tag[1]), number, _words(node))]
        case "p":
            words = _words(node)
            blocks = [Paragraph(words)] if words else []
        case "ol" | "ul":
            blocks = [Items(tuple(_items(node)))]
        case "dl":
            blocks = [Pairs((), tuple(_definitions(node)))]
        case "table":
            blocks = [_table(node)]
        case "blockquote":
            blocks = [Quote(tuple(_blocks(node)))]
        case "pre":
            blocks = [Code(node.text().strip("\n"))]
        case tag if tag in _BOXES:
            blocks = list(_blocks(node))
    return blocks


def _items(node: LexborNode) -> Iterator[Item]:
    items = (child for child in _children(node) if child.tag == "li")
    for index, item in enumerate(items, start=1):
        number = next((c for c in _children(item) if c.attributes.get("class") == "number"), None)
        mark = number.text().strip() if number else f"{index}." if node.tag == "ol" else "-"
        yield Item(mark, tuple(_blocks(item)))


def _definitions(node: LexborNode) -> Iterator[tuple[Words, Words]]:
    term: Words = ()
    for child in _children(node):
        if child.tag == "dt":
            term = _words(child)
        elif child.tag == "dd":
            yield term, _words(child)


def _table(node: LexborNode) -> Block:
    caption = node.css_first("caption")
    hidden = caption is None or "visually-hidden" in (caption.attributes.get("class") or "")
    title = () if caption is None or hidden else _words(caption)
    head = tuple(_words(cell) for cell in node.css("thead th"))
    rows = tuple(tuple(_words(cell) for cell in row.css("th, td")) for row in node.css("tbody tr"))
    if head:
        return Table(title, head, rows)
    return Pairs(title, tuple((row[0], row[1]) for row in rows))


def _words(node: LexborNode) -> Words:
    return _tidy([span for child in _children(node) for span in _spans(child)])


def _spans(node: LexborNode, kind: Kind = "text", href: str = "") -> Iterator[Span]:
    if node.tag == "-text":
        yield Span(SPACE.sub(_one, node.text_content or ""), kind, href)
    elif node.tag == "br":
        yield Span("", "break")
    elif node.attributes.get("class") != "number":
        kind = _KINDS.get(str(node.tag), kind)
        href = node.attributes.get("href") or href
        for child in _children(node):
            yield from _spans(child, kind, href)


def _one(match: re.Match[str]) -> str:
    """Keep the line breaks of the author: Markdown shows one sentence a line."""
    return "\n" if "\n" in match[0] else " "


def _tidy(spans: list[Span]) -> Words:
    """Join what is of one kind, and take the white space at both ends and around breaks away."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        text = span.text
        if last is None or last.kind == "break" or last.text.endswith((" ", "\n")):
            text = text.lstrip(" \n")
        if span.kind == "break" and last is not None:
            joined[-1] = Span(last.text.rstrip(" \n"), last.kind, last.href)
        elif last is not None and (last.kind, last.href) == (span.kind, span.href):
            joined[-1] = Span(last.text + text, last.kind, last.href)
            continue
        if text or span.kind == "break":
            joined.append(Span(text, span.kind, span.href))
    while joined and (joined[-1].kind == "break" or not joined[-1].text.strip()):
        joined.pop()
    if joined:
        joined[-1] = Span(joined[-1].text.rstrip(" \n"), joined[-1].kind, joined[-1].href)
    return tuple(joined)
