"""Ids of clauses that are missing, malformed, given twice, taken, or not understood as ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editorial import notation, prose, terms
from editorial.problems import in_document
from messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from editorial.clauses import Outline
    from editorial.documents import Document
    from firstparty.model import Finding

#: In these folders every clause has an id: somebody may cite it.
_CITED = "/legal/"
#: What the templates call parts of a page; an id stands for one place of it.
TAKEN = frozenset(
    ("content", "contents", "moved-clauses", "name", "name-use", "email", "email-use")
)
_LEFTOVER = re.compile(r"\{ ?#[^}\n]*\}?")
_SHOWN = 60


def judge(document: Document, outline: Outline) -> Iterator[Finding]:
    """Object to the ids of a document that was arranged into clauses."""
    for identity in dict.fromkeys(outline.duplicates):
        first = document.body.find(f"{{#{identity}}}")
        second = document.body.find(f"{{#{identity}}}", first + 1)
        line = document.first_line + document.body.count("\n", 0, max(second, 0))
        message = say(
            "the clause id '{id}' is given twice; every id stands for one clause", id=identity
        )
        yield in_document(document, "duplicate-clause", message, text=identity, line=line)
    for identity in outline.malformed:
        message = say(
            "'{id}' is no clause id; use lower-case letters, digits and hyphens", id=identity
        )
        yield in_document(document, "malformed-clause", message, text=f"{{#{identity}")
    for clause in outline.all():
        if clause.id in TAKEN or clause.id.startswith(terms.anchor("")):
            message = say(
                "the clause id '{id}' stands for a part of the page; choose another one",
                id=clause.id,
            )
            yield in_document(document, "duplicate-clause", message, text=f"{{#{clause.id}")
    for word in outline.unmarked:
        message = say(
            "'{{{word}}}' is no clause id; write {{#{id}}}", word=word, id=word.replace(" ", "-")
        )
        yield in_document(document, "malformed-clause", message, text=f"{{{word}")
    numbered = document.numbered
    if numbered and outline.find(numbered) is None:
        message = say("'Numbered: {id}' names no heading; write its id", id=numbered)
        line = document.lines["Numbered"]
        yield in_document(document, "front-matter", message, text=numbered, line=line)
    nameless = [clause for clause in outline.all() if not clause.id]
    for clause in nameless if not outline.unmarked else ():
        title = clause.title
        if _CITED in document.name and document.front and not _LEFTOVER.search(title):
            line, column = document.locate_words(title)
            if clause.level:
                line, column = notation.place_of_heading(document, title, clause.level)
            message = say(
                "the clause '{clause}' has no id; end it with {{#an-id}}", clause=title[:_SHOWN]
            )
            yield in_document(document, "clause-without-id", message, line=line, column=column)


def leftovers(document: Document, root: Element) -> Iterator[Finding]:
    """Object to what looks like an id and would be printed."""
    for text in prose.texts(root):
        for match in _LEFTOVER.finditer(text):
            message = say(
                "'{text}' is no id at the end of a clause; "
                "write it there, as {{#an-id}}, in lower-case letters, digits and hyphens",
                text=match[0],
            )
            yield in_document(document, "malformed-clause", message, text=match[0])
