"""Our notation and Markdown's, where it was mistyped and Markdown would pass it on in silence.

A visitor would read braces, see a paragraph as program code, or get a picture that nobody checked.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from editorial import prose
from editorial.problems import in_document
from messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from editorial.documents import Document
    from firstparty.model import Finding

# Fences as the extension `fenced_code` reads them: at the beginning of a line.
_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})(?P<info>[^\n`]*)$", re.MULTILINE)
_CODE_SPAN = re.compile(
    r"(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)", re.DOTALL
)
_PLACEHOLDER = re.compile(r"\{\{[^{}\n]*\}\}")
_BRACES = re.compile(r"\{\{|\}\}|\{\s*[a-z_]+\.[\w.-]+\s*\}")
_NOT_NEWLINE = re.compile(r"[^\n]")
# What is left of a link when Markdown could not read it.
_HALF_LINK = re.compile(r"\](?:\(| \((?=page:|term:|https?:|mailto:|images/|[#/])|\[)[^\s)\]]*")
# A heading as it is typed, in a quotation or a list too: after its signs, or above a line.
_HEADING = re.compile(
    r"^(?:[ \t>*+-]|\d+\.)*(?P<signs>#{1,6})[ \t]*(?P<words>[^\n]*)"
    r"|^(?P<above>[^\n]+)\n(?P<line>=+|-+)[ \t]*$",
    re.MULTILINE,
)
_HEADING_END = re.compile(r"[ \t#]*(?:\{[^{}]*\})?[ \t]*$")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
#: Elements that would go round the checks, and the rule that checks what is typed instead.
_ELEMENTS = {"a": "broken-link", "img": "broken-image"}


def judge(document: Document) -> Iterator[Finding]:
    """Object to fences without an end, braces that are no placeholder, unchecked HTML."""
    open_fences = tuple(_unclosed(document.body))
    for start, fence in open_fences:
        message = say(
            "the code block that begins here has no end; close it with {fence}", fence=fence
        )
        yield _at(document, "broken-code", message, start, fence)
    if not open_fences:
        text = _without_code(document.body)
        yield from _braces(document, text)
        yield from _elements(document, text)


def leftovers(document: Document, root: Element) -> Iterator[Finding]:
    """Object to headings that no text has, and to links that Markdown left as they were typed."""
    yield from _headings(document, root)
    yield from _half_links(document, root)


def _headings(document: Document, root: Element) -> Iterator[Finding]:
    above = 1  # the title of the page
    seen: Counter[tuple[int, str]] = Counter()
    for heading in root.iter():
        level = _HEADINGS.get(heading.tag, 0)
        if not level:
            continue
        words = " ".join("".join(heading.itertext()).split())
        message = ""
        if not 2 <= level <= 4:  # noqa: PLR2004 - what `editorial.clauses` makes sections of
            message = say(
                "'{heading}' is no heading of a text; begin it with ##, ### or ####",
                heading=f"{'#' * level} {words}",
            )
        elif level > above + 1 and document.front:  # a snippet stands below any heading
            message = say(
                "the heading '{heading}' skips a level; begin it with {sign}",
                heading=words,
                sign="#" * (above + 1),
            )
        if message:
            line, column = place_of_heading(document, words, level, seen[level, words])
            yield in_document(document, "heading-level", message, line=line, column=column)
        above = level
        seen[level, words] += 1


def place_of_heading(
    document: Document, words: str, level: int, before: int = 0
) -> tuple[int, int]:
    """Line and column of the words of a heading: of that level, and the most like these.

    They may be typed otherwise than they are read, with markup or a placeholder in them.
    `before` says how many with the same words come first.
    """
    typed = [
        (SequenceMatcher(None, words, text).ratio(), at)
        for at, text, of_level in _typed_headings(document)
        if of_level == level
    ]
    if not typed:
        return document.locate_words(words)
    likest = [at for likeness, at in typed if likeness == max(typed)[0]]
    return document.place(likest[min(before, len(likest) - 1)])


def _typed_headings(document: Document) -> Iterator[tuple[int, str, int]]:
    """Give offset, words and level of everything that is typed as a heading."""
    for match in _HEADING.finditer(_without_code(document.body)):
        group = "words" if match["signs"] else "above"
        level = len(match["signs"] or "") or (1 if match["line"].startswith("=") else 2)
        start, end = match.span(group)
        yield start, _HEADING_END.sub("", document.body[start:end]), level


def _half_links(document: Document, root: Element) -> Iterator[Finding]:
    for text in prose.texts(root):
        for match in _HALF_LINK.finditer(text):
            message = say(
                "'{text}' is no link; write [words](address) without a space between",
                text=match[0],
            )
            yield in_document(document, "broken-link", message, text=match[0])


def indented(document: Document, code: str) -> Finding:
    """Object to lines that an indent has turned into program code."""
    first = code.strip().split("\n", 1)[0]
    typed = re.search(rf"^[ \t]+{re.escape(first)}", document.body, re.MULTILINE)
    line, column = document.locate_words(first)
    if typed is not None:
        line, column = document.place(typed.end() - len(first))
    message = say(
        "'{line}' is indented and would be shown as program code; "
        "remove the spaces or the tab before it, or put code between lines of ```",
        line=first[:60],
    )
    return in_document(
        document, "indented-text", message, text=first, line=line, column=max(1, column)
    )


def _blocks(body: str) -> Iterator[tuple[re.Match[str], re.Match[str] | None]]:
    """Give the first and the last line of every fenced block; None where there is no last one.

    A fence of the same length that names a language begins a block: the one before is still open.
    """
    opening: re.Match[str] | None = None
    for match in _FENCE.finditer(body):
        if opening is None:
            opening = match
        elif match["fence"] == opening["fence"]:
            if match["info"].strip():
                yield opening, None
                opening = match
            else:
                yield opening, match
                opening = None
    if opening is not None:
        yield opening, None


def _unclosed(body: str) -> Iterator[tuple[int, str]]:
    for opening, closing in _blocks(body):
        if closing is None and not _is_draft(opening):  # `editorial.drafts` speaks of those
            yield opening.start(), opening["fence"]


def _is_draft(opening: re.Match[str]) -> bool:
    return opening["info"].split()[:1] == ["draft"]


def _without_code(body: str) -> str:
    """Blank out program code, so that every other character stays at its place."""
    text = body
    for opening, closing in _blocks(body):
        if closing is not None and not _is_draft(opening):
            start, end = opening.start(), closing.end()
            text = text[:start] + _NOT_NEWLINE.sub(" ", text[start:end]) + text[end:]
    return _CODE_SPAN.sub(lambda match: _NOT_NEWLINE.sub(" ", match[0]), text)


def _braces(document: Document, text: str) -> Iterator[Finding]:
    text = _PLACEHOLDER.sub(lambda match: " " * len(match[0]), text)
    for match in _BRACES.finditer(text):
        message = say(
            "'{text}' is part of no placeholder and would be printed; "
            "write a placeholder on one line, like '{{{{ company.email }}}}'",
            text=match[0],
        )
        yield _at(document, "unknown-placeholder", message, match.start(), match[0])


class _Elements(HTMLParser):
    """Notes where elements begin that Markdown hands through unread."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[str, str, int, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element of `_ELEMENTS`: name, its text, line and column from 0."""
        del attrs
        if tag in _ELEMENTS:
            line, column = self.getpos()
            self.found.append((tag, self.get_starttag_text() or "", line - 1, column))


def _elements(document: Document, text: str) -> Iterator[Finding]:
    parser = _Elements()
    parser.feed(text)
    for tag, evidence, line, column in parser.found:
        message = say("the link is written in HTML, which nobody checks; write [words](address)")
        if tag == "img":
            message = say(
                "the picture is written in HTML, which nobody checks; "
                "write ![what it shows](images/…)"
            )
        yield in_document(
            document,
            _ELEMENTS[tag],
            message,
            text=evidence,
            line=document.first_line + line,
            column=column + 1,
        )


def _at(document: Document, rule: str, message: str, offset: int, evidence: str) -> Finding:
    line, column = document.place(offset)
    return in_document(document, rule, message, text=evidence, line=line, column=column)
