"""A legal text as passages: each clause with its own words, as written and as read.

`raw` is the Markdown of the clause, placeholders and all, `source` the same with single spaces;
`words` is what a visitor reads, facts filled in, without the words of the clauses below it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from selectolax.lexbor import LexborNode

    from editorial.clauses import Outline
    from editorial.documents import Document

#: The passage before the first clause: title, lead and what stands above any heading.
TOP = "top"

_HEADING = re.compile(r"#{2,4} ")
_ITEM = re.compile(r"\d+\. ")
_FENCE = re.compile(r"(```|~~~)")
_ID = re.compile(r"\{#([a-z][a-z0-9-]*)\}\s*$")
_READ = ("Title", "Lead")
_DIGITS = 16
#: So many words stand for a clause that has no heading.
_FIRST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause with its own words.

    `level` is that of its heading, 0 for a paragraph; `number` is computed ("3", "(1)"), "" where
    nothing is numbered; `line` is the line in the source file, from 1.
    """

    id: str
    level: int
    number: str
    title: str
    line: int
    raw: str
    words: str

    @property
    def source(self) -> str:
        """Give the Markdown of the clause with single spaces."""
        return _single(self.raw)

    @property
    def digest(self) -> str:
        """Tell one wording from another, as it is written: line breaks and spaces do not count."""
        return digest(self.source)


@dataclass(frozen=True)
class LegalText:
    """One document in one language, in passages, the first is `TOP`; and its body as HTML."""

    document: Document
    passages: tuple[Passage, ...]
    html: str

    @cached_property
    def by_id(self) -> dict[str, Passage]:
        """The passages by clause id."""
        return {passage.id: passage for passage in self.passages}


@dataclass(slots=True)
class _Block:
    """Consecutive lines that belong together: a heading, a numbered item, a paragraph, a table."""

    line: int
    text: str
    kind: str

    @property
    def id(self) -> str:
        """The id that one of its lines ends with, or ""."""
        return next((m[1] for line in self.text.split("\n") if (m := _ID.search(line))), "")


def digest(text: str) -> str:
    """Give the first 16 hexadecimal digits of SHA-256 over a text with single spaces (NFC)."""
    plain = unicodedata.normalize("NFC", " ".join(text.split()))
    return sha256(plain.encode()).hexdigest()[:_DIGITS]


def beginning(words: str) -> str:
    """Give the first words of a clause, by which it is called where it has no heading."""
    first = words.split()
    return " ".join(first[:_FIRST_WORDS]) + (" …" if len(first) > _FIRST_WORDS else "")


def read(document: Document, outline: Outline, html: str) -> LegalText:
    """Cut a document into passages; `outline` and `html` are what it was converted to."""
    clauses = [clause for clause in outline.all() if clause.id]
    known = {clause.id for clause in clauses}
    sources = _sources(document, known)
    words = words_of(html, known)
    front = "\n".join(document.front[key] for key in _READ if key in document.front)
    line, above = sources.get(TOP, (document.first_line, ""))
    top = " ".join((front, words[TOP]))
    passages = [Passage(TOP, 0, "", "", line, f"{front}\n{above}", _single(top))]
    for clause in clauses:
        line, source = sources.get(clause.id, (document.first_line, ""))
        passages.append(
            Passage(
                clause.id,
                clause.level,
                clause.number,
                clause.title,
                line,
                source,
                words.get(clause.id, ""),
            )
        )
    return LegalText(document, tuple(passages), html)


def _sources(document: Document, known: Collection[str]) -> dict[str, tuple[int, str]]:
    """Give the first line and the Markdown of every passage."""
    found: dict[str, tuple[int, list[str]]] = {TOP: (document.first_line, [])}
    section = current = TOP
    for block in _blocks(document.body, document.first_line):
        if block.id in known:
            current = block.id
            section = current if block.kind == "heading" else section
            found[current] = (block.line, [block.text])
            continue
        if block.kind != "continued":
            current = section  # a table below a list belongs to the section around both
        found[current][1].append(block.text)
    return {name: (line, "\n".join(parts)) for name, (line, parts) in found.items()}


def _blocks(body: str, first_line: int) -> Iterator[_Block]:
    block: _Block | None = None
    fenced = blank = False
    for number, line in enumerate(body.split("\n"), start=first_line):
        starts = not fenced and line.strip() and not line[0].isspace()
        kind = _kind(line) if starts else ""
        if starts and (blank or kind in {"heading", "item"} or block is None):
            if block is not None:
                yield block
            block = _Block(number, line, kind)
        elif not fenced and blank and line.strip() and block is not None:
            yield block
            block = _Block(number, line, "continued")
        elif block is not None:
            block.text += f"\n{line}"
        fenced ^= bool(_FENCE.match(line.lstrip()))
        blank = not line.strip() or kind == "heading"
    if block is not None:
        yield block


def _kind(line: str) -> str:
    if _HEADING.match(line):
        return "heading"
    return "item" if _ITEM.match(line) else "text"


def words_of(html: str, known: Collection[str] | None = None) -> dict[str, str]:
    """Give the words of every clause as a visitor reads them, without computed numbers.

    `known` are the ids of clauses; without it every id in the text is one, but for definitions.
    """
    body = LexborHTMLParser(f"<body>{html}").body
    found: dict[str, list[str]] = {TOP: []}
    if body is not None:
        if known is None:
            known = {str(node.attributes["id"]) for node in body.css("[id]:not(dfn)")}
        _collect(body, TOP, known, found)
    return {name: _single("".join(parts)) for name, parts in found.items()}


#: Elements that stand on lines of their own, so that their words never touch.
_BLOCK_LEVEL = {"section", "p", "li", "ul", "ol", "dl", "dt", "dd", "table", "tr", "td", "th"}
_BLOCK_LEVEL |= {
    "h1",
    "h2",
    "h3",
    "h4",
    "pre",
    "blockquote",
    "caption",
    "details",
    "summary",
    "div",
}


def _collect(
    node: LexborNode, current: str, known: Collection[str], found: dict[str, list[str]]
) -> None:
    child = node.child
    while child is not None:
        identity = str(child.attributes.get("id") or "")
        if child.tag == "-text":
            found[current].append(child.text_content or "")
        elif child.attributes.get("class") != "number":
            inner = identity if identity in known else current
            found.setdefault(inner, [])
            gap = " " if child.tag in _BLOCK_LEVEL else ""
            found[inner].append(gap)
            _collect(child, inner, known, found)
            found[inner].append(gap)
        child = child.next


def _single(text: str) -> str:
    return " ".join(text.split())
