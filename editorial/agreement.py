"""Both languages have the same clauses, in order and at the same level, and the same terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editorial.notation import place_of_heading
from editorial.problems import in_document
from editorial.terms import unpaired
from messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editorial.clauses import Clause
    from editorial.documents import Document
    from editorial.site import Site
    from firstparty.model import Finding


def judge(site: Site) -> Iterator[Finding]:
    """Compare the clauses of every pair of documents, then what they define.

    Of the clauses only the first place is named where both part.
    """
    for document in site.inventory.documents():
        twin = site.inventory.twin(document)
        if twin is not None and document.lang < twin.lang:
            yield from _compare(site, document, twin)
            terms, others = site.text(document).terms, site.text(twin).terms
            yield from unpaired(document, terms, twin, others)
            yield from unpaired(twin, others, document, terms)


def _compare(site: Site, one: Document, other: Document) -> Iterator[Finding]:
    ours = [clause for clause in site.text(one).outline.all() if clause.id]
    theirs = [clause for clause in site.text(other).outline.all() if clause.id]
    unnamed = [*_unnamed(site, one, other), *_unnamed(site, other, one)]
    if unnamed:
        yield from unnamed
        return
    missing = list(_missing(ours, theirs, one, other)) + list(_missing(theirs, ours, other, one))
    yield from missing
    if missing:
        return
    for left, right in zip(ours, theirs, strict=True):
        if left.id != right.id:
            message = say(
                "the clause '{clause}' stands where {other} has '{twin}'; "
                "bring both texts into the same order",
                clause=left.id,
                other=other.name,
                twin=right.id,
            )
        elif left.level != right.level:
            message = say(
                "the clause '{clause}' is {kind}, in {other} {other_kind}; make both the same",
                clause=left.id,
                kind=_kind(left),
                other=other.name,
                other_kind=_kind(right),
            )
        elif left.number != right.number:
            message = say(
                "the clause '{clause}' has the number '{number}', in {other} '{other_number}'; "
                "count the same clauses in both",
                clause=left.id,
                number=left.number,
                other=other.name,
                other_number=right.number,
            )
        else:
            continue
        yield in_document(one, "clause-order", message, text=f"{{#{left.id}}}")
        return


def _unnamed(site: Site, here: Document, there: Document) -> Iterator[Finding]:
    """Name headings without an id that have one in the other text, where both have as many."""
    headings = [clause for clause in site.text(here).outline.all() if clause.level]
    others = [clause for clause in site.text(there).outline.all() if clause.level]
    for clause, twin in zip(headings, others, strict=False) if len(headings) == len(others) else ():
        if twin.id and not clause.id:
            message = say(
                "the heading '{heading}' has no id; end it with {{#{clause}}}, as {other} does",
                heading=clause.title,
                clause=twin.id,
                other=there.name,
            )
            line, column = place_of_heading(here, clause.title, clause.level)
            yield in_document(here, "clause-without-id", message, line=line, column=column)


def _kind(clause: Clause) -> str:
    if not clause.level:
        # Translators: completes "the clause … is …, in another file …"
        return say("a paragraph")
    # Translators: completes "the clause … is …, in another file …"
    return say("a heading with {sign}", sign="#" * clause.level)


def _missing(
    clauses: list[Clause], others: list[Clause], here: Document, there: Document
) -> Iterator[Finding]:
    known = {clause.id for clause in others}
    for clause in clauses:
        if clause.id not in known:
            message = say(
                "the clause '{clause}' is missing in {other}; "
                "write it there too, or remove it here",
                clause=clause.id,
                other=there.name,
            )
            yield in_document(here, "missing-clause", message, text=f"{{#{clause.id}}}")
