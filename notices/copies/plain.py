"""A notice as plain text: UTF-8, 76 columns, for a mail, a diff, a terminal or an archive.

Headings are underlined, tables are lists of labels and values, and the address of a link stands
behind its words where the page shows more than the words say.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from notices.copies import article
from notices.copies.article import Code, Heading, Items, Pairs, Paragraph, Quote, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from notices.copies.article import Block, Words

WIDTH: Final = 76
#: A label longer than this stands above its value instead of beside it.
_LABEL: Final = 30
_UNDERLINES: Final = {1: "=", 2: "-", 3: "~", 4: "."}
_INDENT: Final = "  "


def write(blocks: Sequence[Block], page: str) -> str:
    """Write blocks as text; links are completed by `page`, the address of the page."""
    lines: list[str] = []
    before: Block | None = None
    for block in blocks:
        if lines:
            apart = isinstance(block, Heading) and not isinstance(before, Heading)
            lines += [""] * (2 if apart else 1)
        lines += _lines(block, WIDTH, page)
        before = block
    return article.typed("\n".join(line.rstrip() for line in lines)) + "\n"


def _lines(block: Block, width: int, page: str) -> list[str]:
    match block:
        case Heading(level, number, words):
            title = _wrap(f"{number} {article.spoken(words)}" if number else words, width, page)
            lines = [*title, _UNDERLINES[level] * max(map(len, title))]
        case Paragraph(words):
            lines = _wrap(words, width, page)
        case Items(items):
            lines = list(_list(items, width, page))
        case Pairs(title, pairs):
            lines = list(_record(title, pairs, width, page))
        case Table(title, head, rows):
            lines = list(_table(title, head, rows, width, page))
        case Quote(inner):
            lines = _below(_joined(inner, width - 4, page), "    ")
        case Code(text):
            lines = _below(text.split("\n"), "    ")
    return lines


def _joined(blocks: Iterable[Block], width: int, page: str) -> list[str]:
    """Give several blocks with an empty line between two of them."""
    lines: list[str] = []
    for block in blocks:
        lines += ([""] if lines else []) + _lines(block, width, page)
    return lines


def _list(items: Sequence[article.Item], width: int, page: str) -> Iterator[str]:
    """Set the marks into the margin; items of several blocks stand apart."""
    hang = max(len(item.mark) for item in items) + 1 if items else 0
    apart = any(len(item.blocks) > 1 or item.mark.startswith("(") for item in items)
    for index, item in enumerate(items):
        if index and apart:
            yield ""
        inner = _joined(item.blocks, width - hang, page) or [""]
        yield item.mark.ljust(hang) + inner[0]
        yield from _below(inner[1:], " " * hang)


def _record(
    title: Words, pairs: Sequence[tuple[Words, Words]], width: int, page: str
) -> Iterator[str]:
    indent = _INDENT if title else ""
    yield from _wrap(title, width, page)
    labels = [article.spoken(label) for label, _ in pairs]
    column = max(map(len, labels), default=0)
    for label, (_, value) in zip(labels, pairs, strict=True):
        if column <= _LABEL:
            inner = _wrap(value, width - len(indent) - column - 2, page) or [""]
            yield f"{indent}{label.ljust(column)}  {inner[0]}"
            yield from _below(inner[1:], indent + " " * (column + 2))
        else:
            yield from _below(_fill(article.labelled(label), width - len(indent)), indent)
            inner = _wrap(value, width - len(indent) - 4, page)
            yield from _below(inner, f"{indent}    ")


def _table(
    title: Words, head: Sequence[Words], rows: Sequence[Sequence[Words]], width: int, page: str
) -> Iterator[str]:
    if title:
        yield from [*_wrap(title, width, page), ""]
    for index, row in enumerate(rows):
        if index:
            yield ""
        yield from _record(row[0], tuple(zip(head[1:], row[1:], strict=False)), width, page)


def _wrap(words: Words | str, width: int, page: str) -> list[str]:
    text = words if isinstance(words, str) else "".join(_spoken(words, page))
    parts = (article.SPACE.sub(" ", part).strip() for part in text.split("\v"))
    return [line for part in parts for line in _fill(part, width)]


def _fill(text: str, width: int) -> list[str]:
    """Break between words only; what holds together on the page does so here."""
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _spoken(words: Words, page: str) -> Iterator[str]:
    """Give words with the addresses that they lead to; a line break is a vertical tab."""
    for index, span in enumerate(words):
        if span.kind == "break":
            yield "\v"
            continue
        yield f"[{span.text}]" if span.kind == "gap" else span.text
        last = index + 1 == len(words) or words[index + 1].href != span.href
        if last and (target := _target(span.href, page)) and target not in article.spoken(words):
            yield f" ({target})"


def _target(href: str, page: str) -> str:
    """Give what to print of a link: nothing within the text, no scheme before a mail address."""
    if not href or href.startswith("#"):
        return ""
    return href.removeprefix("mailto:") if href.startswith("mailto:") else urljoin(page, href)


def _below(lines: Iterable[str], indent: str) -> list[str]:
    return [f"{indent}{line}" if line else "" for line in lines]
