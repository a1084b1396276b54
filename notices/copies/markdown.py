"""A notice as Markdown: CommonMark with the tables of GFM, one sentence a line as it was written.

The numbers of paragraphs, "(1)", are text, because no list of Markdown counts like that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from notices.copies import article
from notices.copies.article import Code, Heading, Items, Pairs, Paragraph, Quote, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from notices.copies.article import Block, Item, Span, Words

#: What means something wherever it stands: emphasis, code, HTML, an entity, the end of a link.
_SPECIAL: Final = re.compile(r"[\\`*_<~]|&(?=#?\w+;)|\](?=[(\[:])")
#: What means something at the beginning of a line: headings, lists, quotes, rules, tables.
_FIRST: Final = re.compile(r"^(?:([#>+|=-])|(\d{1,9})([.)](?:\s|$)))", re.MULTILINE)
_MARKS: Final = {"strong": "**", "emphasis": "*", "gap": "*"}


def write(blocks: Sequence[Block], page: str) -> str:
    """Write blocks as Markdown; links are completed by `page`, the address of the page."""
    return article.typed("\n\n".join(_block(block, page) for block in blocks)) + "\n"


def _block(block: Block, page: str) -> str:
    match block:
        case Heading(level, number, words):
            made = f"{'#' * level} {f'{number} ' if number else ''}{_line(words, page)}"
        case Paragraph(words):
            made = _text(words, page)
        case Items(items):
            made = _items(items, page)
        case Pairs(title, pairs):
            head = [f"**{_line(title, page)}**\n"] if title else []
            said = (f"- **{article.labelled(_line(k, page))}** {_value(v, page)}" for k, v in pairs)
            made = "\n".join([*head, *said])
        case Table(title, head, rows):
            caption = [f"**{_line(title, page)}**\n"] if title else []
            rule = f"|{' --- |' * len(head)}"
            made = "\n".join([*caption, _row(head, page), rule, *(_row(r, page) for r in rows)])
        case Quote(inner):
            made = _indented("\n\n".join(_block(b, page) for b in inner), "> ")
        case Code(text):
            fence = "`" * max(3, _longest(text) + 1)
            made = f"{fence}\n{text}\n{fence}"
    return made


def _items(items: Sequence[Item], page: str) -> str:
    """Write a list; numbered paragraphs are paragraphs, and what stands in them follows them."""
    written = []
    for item in items:
        inner = "\n\n".join(_block(block, page) for block in item.blocks)
        if item.mark.startswith("("):
            written.append(f"{item.mark} {inner}")
        else:
            indent = " " * (len(item.mark) + 1)
            written.append(f"{item.mark} {_indented(inner, indent).lstrip()}")
    apart = any(item.mark.startswith("(") or len(item.blocks) > 1 for item in items)
    return ("\n\n" if apart else "\n").join(written)


def _row(cells: Iterable[Words], page: str) -> str:
    written = (_line(cell, page).replace("|", r"\|") for cell in cells)
    return f"| {' | '.join(written)} |"


def _line(words: Words, page: str) -> str:
    """Give words in one line; a break is one of the few tags that every Markdown knows."""
    return "".join(_inline(words, page, "<br>")).replace("\n", " ")


def _text(words: Words, page: str) -> str:
    text = "".join(_inline(words, page, "\\\n"))
    return _FIRST.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text)


def _value(words: Words, page: str) -> str:
    return "".join(_inline(words, page, "\\\n  "))


def _inline(words: Words, page: str, line_break: str) -> Iterator[str]:
    for span in words:
        if span.kind == "break":
            yield line_break
            continue
        lead = span.text[: len(span.text) - len(span.text.lstrip())]
        trail = span.text[len(span.text.rstrip()) :] if span.text.strip() else ""
        yield f"{lead}{_linked(span, page)}{trail}"


def _linked(span: Span, page: str) -> str:
    """Write words with their marks and their link, without the white space around them."""
    text = span.text.strip()
    if not text:
        return ""
    text = f"[{text}]" if span.kind == "gap" else text
    mark = _MARKS.get(span.kind, "")
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    said = _code(text) if span.kind == "code" else f"{mark}{escaped}{mark}"
    if not span.href:
        return said
    target = span.href if span.href.startswith("mailto:") else urljoin(page, span.href)
    if target in {text, f"mailto:{text}"}:
        return f"<{text}>"
    return f"[{said}]({target})"


def _code(text: str) -> str:
    fence = "`" * (_longest(text) + 1)
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _longest(text: str) -> int:
    """Give the length of the longest row of backticks in a text."""
    return max(map(len, re.findall("`+", text)), default=0)


def _indented(text: str, indent: str) -> str:
    return "\n".join(f"{indent}{line}".rstrip() for line in text.split("\n"))
