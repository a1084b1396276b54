"""The clause tree of a text: sections, numbered paragraphs, ids that never change.

An editor writes plain Markdown, `## Heading {#id}` and a numbered list whose items end with
`{#id}`; this makes sections of it, computes the numbers, and keeps the tree for the contents list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AMP_SUBSTITUTE, ETX, STX

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADINGS = {"h2": 2, "h3": 3, "h4": 4}
_ID = re.compile(r"\s*\{#([^}\s]*)\}\s*$")
# Until its last step Markdown keeps raw HTML and escaped characters between STX and ETX.
_ESCAPED = re.compile(rf"{STX}(\d+){ETX}")
_ASIDE = re.compile(rf"{STX}(?!amp{ETX})[^{ETX}]*{ETX}")
_SOUND_ID = re.compile(r"[a-z][a-z0-9-]*")
_HEADING_ATTRIBUTES = {"class", "lang"}


@dataclass(slots=True)
class Clause:
    """A section (levels 2 to 4) or a numbered paragraph (level 0).

    `number` is "3" for a section, "(1)" for a paragraph, "" where nothing is numbered;
    `section` is the number of the section around a paragraph.
    """

    id: str
    title: str
    level: int
    number: str = ""
    section: str = ""
    children: list[Clause] = field(default_factory=list)

    def walk(self) -> Iterator[Clause]:
        """Give the clause and everything below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True)
class Outline:
    """The clauses of one text, and what is wrong with their ids."""

    clauses: list[Clause] = field(default_factory=list)
    duplicates: list[str] = field(default_factory=list)
    malformed: list[str] = field(default_factory=list)
    without_id: list[str] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)

    def all(self) -> Iterator[Clause]:
        """Give every clause, paragraphs too, in the order of the text."""
        for clause in self.clauses:
            yield from clause.walk()

    def find(self, identity: str) -> Clause | None:
        """Give a clause by its id."""
        return next((clause for clause in self.all() if clause.id == identity), None)

    @property
    def contents(self) -> list[Clause]:
        """Give the top clauses for a list of contents."""
        return self.clauses


def reference(clause: Clause, lang: str) -> str:
    """Say where a clause stands, as a citation: `Abschnitt 3 Absatz 1`, `section 3(1)`."""
    if clause.level == 0 and clause.section:
        number = clause.number.strip("()")
        if lang == "de":
            return f"Abschnitt {clause.section} Absatz {number}"
        return f"section {clause.section}({number})"
    if clause.number:
        return f"Abschnitt {clause.number}" if lang == "de" else f"section {clause.number}"
    return f"„{clause.title}“" if lang == "de" else f"“{clause.title}”"


def arrange(root: Element, numbered: str) -> Outline:
    """Turn the flat elements below `root` into nested sections, in place.

    `numbered` is the id of the heading whose subsections get numbers, or "".
    """
    outline = Outline()
    seen: set[str] = set()
    flat = list(root)
    for element in flat:
        root.remove(element)
    open_sections: list[tuple[int, Element, Clause]] = []
    count = 0
    for element in flat:
        level = _HEADINGS.get(element.tag, 0)
        if level:
            while open_sections and open_sections[-1][0] >= level:
                open_sections.pop()
            parent = open_sections[-1][2] if open_sections else None
            clause = Clause(_heading_id(element, outline), _plain(element), level)
            (parent.children if parent else outline.clauses).append(clause)
            if parent and numbered and parent.id == numbered:
                count += 1
                clause.number = str(count)
            _judge(outline, clause, seen)
            box = SubElement(open_sections[-1][1] if open_sections else root, "section")
            _identify(box, clause, element)
            box.append(element)
            open_sections.append((level, box, clause))
            continue
        (open_sections[-1][1] if open_sections else root).append(element)
        section = next((c for _, _, c in reversed(open_sections) if c.number), None)
        if section is not None and element.tag == "ol":
            _paragraphs(element, section, outline, seen)
        else:
            inner = open_sections[-1][2].children if open_sections else outline.clauses
            _anchors(element, inner, outline, seen)
    return outline


def _heading_id(heading: Element, outline: Outline) -> str:
    """Take the id of a heading; `{#a b}` is malformed as a whole, `{a}` lacks its sign."""
    words = [name for name in heading.attrib if name not in {*_HEADING_ATTRIBUTES, "id"}]
    for word in words:
        del heading.attrib[word]
    identity = heading.attrib.pop("id", "")
    if words and not identity:
        outline.unmarked.append(" ".join(words))
    return " ".join([identity, *words]) if identity else ""


def _identify(box: Element, clause: Clause, heading: Element) -> None:
    if clause.id:
        box.set("id", clause.id)
    if clause.number:
        box.set("class", "clause")
        _prepend_number(heading, clause)


def _prepend_number(element: Element, clause: Clause) -> None:
    """Put the number before the words: real text, and the link to the clause."""
    link = Element("a", {"class": "number", "href": f"#{clause.id}"})
    link.text = clause.number
    link.tail = " " + (element.text or "").lstrip()
    element.text = None
    element.insert(0, link)


def _paragraphs(ol: Element, section: Clause, outline: Outline, seen: set[str]) -> None:
    ol.set("class", "paragraphs")
    for index, item in enumerate(ol, start=1):
        identity = _take_id(item) or item.get("id", "")
        clause = Clause(identity, _plain(item), 0, f"({index})", section.number)
        section.children.append(clause)
        _judge(outline, clause, seen)
        if identity:
            item.set("id", identity)
        if not any(child.tag == "p" for child in item):
            paragraph = Element("p")
            paragraph.text, item.text = item.text, None
            blocks = [child for child in item if child.tag in {"ul", "ol"}]
            for child in list(item):
                if child not in blocks:
                    item.remove(child)
                    paragraph.append(child)
            item.insert(0, paragraph)
        link = Element("a", {"class": "number", "href": f"#{identity}"})
        link.text, link.tail = clause.number, " "
        item.text = None
        item.insert(0, link)


def _anchors(element: Element, siblings: list[Clause], outline: Outline, seen: set[str]) -> None:
    """Give plain paragraphs and list items the id that they end with."""
    for inner in element.iter():
        if inner.tag in {"p", "li"} and (identity := _take_id(inner) or inner.get("id", "")):
            inner.set("id", identity)
            clause = Clause(identity, _plain(inner), 0)
            siblings.append(clause)
            _judge(outline, clause, seen)


def _take_id(element: Element) -> str:
    """Remove a trailing `{#id}` from the element's last text and give the id, or ""."""
    holder = element
    while len(holder) and holder[-1].tag == "p" and not (holder[-1].tail or "").strip():
        holder = holder[-1]
    blocks = [index for index, child in enumerate(holder) if child.tag in {"ul", "ol"}]
    end = blocks[0] if blocks else len(holder)
    text = holder[end - 1].tail if end else holder.text
    match = _ID.search(text or "")
    if not match or text is None:
        return ""
    rest = text[: match.start()]
    if end:
        holder[end - 1].tail = rest
    else:
        holder.text = rest
    return match[1]


def _judge(outline: Outline, clause: Clause, seen: set[str]) -> None:
    if not clause.id:
        outline.without_id.append(clause.title)
    elif not _SOUND_ID.fullmatch(clause.id):
        outline.malformed.append(clause.id)
    elif clause.id in seen:
        outline.duplicates.append(clause.id)
    seen.add(clause.id)


def _plain(element: Element) -> str:
    """Give the words of an element, without what Markdown has put aside."""
    text = _ESCAPED.sub(lambda match: chr(int(match[1])), "".join(element.itertext()))
    return " ".join(_ASIDE.sub("", text).replace(AMP_SUBSTITUTE, "&").split())
