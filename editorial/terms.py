"""Defined terms: marked once where a text explains them, linked wherever else it uses them.

`[Bestandsdaten](term:contract-data)` marks the explanation. The key is that of the glossary, so
both languages share it; the glossary also knows the forms in which a text may use the term. Every
clause links the first use of each, headings and code none.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element

from markdown.util import ETX, STX

from editorial.placeholders import MARK
from editorial.problems import in_document
from messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editorial.documents import Document
    from firstparty.model import Finding
    from registers.glossary import Glossary

PREFIX: Final = "term:"
#: Stands for what is put in later: a table, a snippet (`placeholders.MARK`), raw HTML.
_ASIDE: Final = f"{MARK.format('[^' + MARK[-1] + ']*')}|{STX}[^{ETX}]*{ETX}"
#: What has words of its own, or none that a visitor reads as part of a sentence.
_CLOSED: Final = {"a", "code", "dfn", "h2", "h3", "h4", "pre"}
#: Elements whose id is that of a clause.
_CLAUSES: Final = {"section", "li", "p"}


@dataclass(slots=True)
class Terms:
    """What a text defines: the clause that explains each term, by its key."""

    clauses: dict[str, str] = field(default_factory=dict)

    def take(
        self, root: Element, document: Document, glossary: Glossary, lang: str
    ) -> Iterator[Finding]:
        """Make a definition of every mark below `root`, in place; give what is wrong with it."""
        for link, clause in _marks(root, ""):
            name = link.get("href", "").removeprefix(PREFIX)
            words = " ".join("".join(link.itertext()).split())
            link.tag = "dfn"
            link.attrib.clear()
            message = self._wrong(name, words, glossary, lang)
            if message:
                yield _at_mark(document, name, message, again=name in self.clauses)
                continue
            link.set("id", anchor(name))
            self.clauses[name] = clause

    def _wrong(self, name: str, words: str, glossary: Glossary, lang: str) -> str:
        """Say what is wrong with a mark, "" for nothing."""
        term = glossary.terms.get(name)
        if term is None:
            near = difflib.get_close_matches(name, glossary.terms, n=1)
            if near:
                return say(
                    "the glossary has no term '{term}'; did you mean '{near}'?",
                    term=name,
                    near=near[0],
                )
            return say(
                "the glossary has no term '{term}'; correct it, or enter it in "
                "content/legal/glossary.toml",
                term=name,
            )
        if name in self.clauses:
            return say(
                "the term '{term}' is explained twice; mark it once, other uses are linked to "
                "that by themselves",
                term=name,
            )
        if words.casefold() not in map(str.casefold, term.forms(lang)):
            return say(
                "'{words}' is no form of the term '{term}'; write '{form}', or enter the form in "
                "content/legal/glossary.toml",
                words=words,
                term=name,
                form=term.forms(lang)[0],
            )
        return ""

    def link(self, root: Element, glossary: Glossary, lang: str) -> None:
        """Link the first use of every defined term in every clause but its own, in place."""
        names = {
            form.casefold(): name
            for name in self.clauses
            for form in glossary.terms[name].forms(lang)
        }
        if names:
            seen = {(clause, name) for name, clause in self.clauses.items()}
            _Linking(names, _pattern(names), seen).below(root, "")


def anchor(name: str) -> str:
    """Give the id of a definition."""
    return f"term-{name}"


def unpaired(here: Document, own: Terms, there: Document, other: Terms) -> Iterator[Finding]:
    """Object to every term that only one of two languages explains."""
    for name in own.clauses:
        if name not in other.clauses:
            message = say(
                "the term '{term}' is explained here and not in {other}; "
                "mark it there too, or take the mark out here",
                term=name,
                other=there.name,
            )
            yield in_document(here, "unpaired-definition", message, text=f"({PREFIX}{name})")


def _marks(element: Element, clause: str) -> Iterator[tuple[Element, str]]:
    """Give every mark below an element, and the clause that it stands in."""
    clause = _clause(element, clause)
    if element.tag == "a" and element.get("href", "").startswith(PREFIX):
        yield element, clause
    for child in list(element):
        yield from _marks(child, clause)


def _clause(element: Element, around: str) -> str:
    return element.get("id", around) if element.tag in _CLAUSES else around


def _at_mark(document: Document, name: str, message: str, *, again: bool) -> Finding:
    """Object to a mark; where it is one of several, to the second."""
    mark = f"({PREFIX}{name})"
    offset = document.body.find(mark)
    if again:
        offset = document.body.find(mark, offset + 1)
    line, column = document.place(max(offset, 0))
    rule = "repeated-definition" if again else "unknown-term"
    return in_document(document, rule, message, text=mark, line=line, column=column)


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(forms, key=len, reverse=True)
    spaced = (r"\s+".join(map(re.escape, form.split())) for form in longest)
    form = rf"(?<![\w-])(?P<form>{'|'.join(spaced)})(?![\w-])"
    return re.compile(rf"{_ASIDE}|{form}", re.IGNORECASE)


@dataclass(slots=True)
class _Linking:
    """Links the forms in `names` by `pattern`; `seen` are the clauses and terms that are done."""

    names: dict[str, str]
    pattern: re.Pattern[str]
    seen: set[tuple[str, str]]

    def below(self, element: Element, clause: str) -> None:
        """Link in an element, in the order in which it is read."""
        clause = _clause(element, clause)
        children = list(element)
        element.text, made = self._linked(element.text or "", clause)
        element[:0] = made
        for child in children:
            if child.tag not in _CLOSED:
                self.below(child, clause)
            child.tail, made = self._linked(child.tail or "", clause)
            at = list(element).index(child) + 1
            element[at:at] = made

    def _linked(self, text: str, clause: str) -> tuple[str, list[Element]]:
        """Give a text up to its first link, and the links, each with what follows it."""
        head, end = text, 0
        made: list[Element] = []
        for match in self.pattern.finditer(text):
            name = self.names.get(" ".join((match["form"] or "").split()).casefold(), "")
            if not name or (clause, name) in self.seen:
                continue
            self.seen.add((clause, name))
            if made:
                made[-1].tail = text[end : match.start()]
            else:
                head = text[: match.start()]
            link = Element("a", {"class": "term", "href": f"#{anchor(name)}"})
            link.text, end = match[0], match.end()
            made.append(link)
        if made:
            made[-1].tail = text[end:]
        return head, made
