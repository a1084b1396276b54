"""What the preview shows beside a legal text: its clauses, and what is held against its file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from notices import corpus
from notices.check import check
from notices.passages import beginning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editorial.clauses import Clause
    from editorial.site import Site
    from firstparty.model import Finding
    from notices.passages import LegalText


@dataclass(frozen=True, slots=True)
class Entry:
    """A clause in the tree: its id, its computed number, its heading or first words, its line."""

    id: str
    number: str
    title: str
    line: int
    children: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """What is held against the file: at which line, in the clause with which id, "" for none."""

    severity: str
    rule: str
    message: str
    line: int
    clause: str


@dataclass(frozen=True, slots=True)
class Overview:
    """One legal text in one language; `source` is its file."""

    source: str
    clauses: tuple[Entry, ...]
    remarks: tuple[Remark, ...]


def overviews(site: Site) -> dict[str, Overview]:
    """Give the overview of every legal document by the address of its page."""
    found = check(site)
    return {
        text.document.address: _of(text, site, found)
        for versions in corpus.gather(site).texts.values()
        for text in versions.values()
    }


def _of(text: LegalText, site: Site, found: Iterable[Finding]) -> Overview:
    name = text.document.name
    own = (finding for finding in found if finding.location.path == name)
    return Overview(
        name,
        _entries(site.text(text.document).outline.clauses, text),
        tuple(_remark(finding, text) for finding in own),
    )


def _entries(clauses: Iterable[Clause], text: LegalText) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            clause.id,
            clause.number,
            clause.title if clause.level else beginning(text.by_id[clause.id].words),
            text.by_id[clause.id].line,
            _entries(clause.children, text),
        )
        for clause in clauses
        if clause.id in text.by_id
    )


def _remark(finding: Finding, text: LegalText) -> Remark:
    """Tell in which clause it stands: the last one that begins at its line or above."""
    line = finding.location.line
    above = [passage.id for passage in text.passages[1:] if passage.line <= line]
    return Remark(
        str(finding.severity), finding.rule, finding.message, line, above[-1] if above else ""
    )
