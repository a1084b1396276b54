"""What visitors see of revisions: each at its own address, a history, and where clauses went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from notices import kept
from notices.changes import changes

if TYPE_CHECKING:
    import datetime as dt

    from editorial.documents import Document
    from editorial.site import Site
    from notices.changes import ClauseChange
    from notices.kept import Kept
    from registers.ledger import History, Revision

State = Literal["draft", "coming", "current", "superseded"]


@dataclass(frozen=True, slots=True)
class Standing:
    """The revision that a page shows, in its language; `effective` is None while it is open."""

    version: str
    published: dt.date
    effective: dt.date | None
    kind: str
    summary: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One revision in one language, as its page and the history show it.

    `address` is its own; `changes` is what it changed in the one before it, () for the first.
    `effective` is None while the day is open; `until` is the day on which the next one takes over.
    """

    version: str
    address: str
    state: State
    published: dt.date
    effective: dt.date | None
    until: dt.date | None
    kind: str
    summary: str
    reason: str
    text: Kept
    changes: tuple[ClauseChange, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A clause that vanished: its id, its title then, the version that had it, and where it went.

    `target` is the id of the clause that says it now, "" for none.
    """

    id: str
    title: str
    version: str
    target: str


def address(document: Document, revision: Revision) -> str:
    """Give the address at which a revision stays readable."""
    return f"{document.address}{revision.published.isoformat()}/"


def standing(revision: Revision, lang: str) -> Standing:
    """Say in one language where a text stands."""
    return Standing(
        revision.version,
        revision.published,
        revision.effective or None,
        revision.kind,
        revision.summary[lang],
    )


def editions(site: Site, document: Document, history: History) -> tuple[Edition, ...]:
    """Give all revisions of a document in its language, the newest first.

    A revision whose text is not kept yet is left out; `inv check` objects to that.
    """
    lang = document.lang
    found: list[Edition] = []
    for index, revision in enumerate(history.revisions):
        text = kept.read(site.root, document.id, revision.version, lang)
        if text is None:
            continue
        earlier = history.revisions[index + 1 :]
        before = kept.read(site.root, document.id, earlier[0].version, lang) if earlier else None
        later = history.revisions[index - 1] if index else None
        found.append(
            Edition(
                version=revision.version,
                address=address(document, revision),
                state=_state(revision, history),
                published=revision.published,
                effective=revision.effective or None,
                until=(later.effective or None) if later else None,
                kind=revision.kind,
                summary=revision.summary[lang],
                reason=revision.reason[lang] if revision.reason else "",
                text=text,
                changes=changes(before, text) if before else (),
            )
        )
    return tuple(found)


def moved(history: History, editions: tuple[Edition, ...], clauses: set[str]) -> tuple[Moved, ...]:
    """Give every clause of an older revision that the text of now, with `clauses`, has not got."""
    found: dict[str, Moved] = {}
    for edition in editions:
        for identity in edition.text.clauses:
            if identity not in clauses and identity not in found:
                title = edition.text.titles.get(identity, "")
                target = history.destination(identity, clauses)
                target = target if target in clauses else ""
                found[identity] = Moved(identity, title, edition.version, target)
    return tuple(found.values())


def _state(revision: Revision, history: History) -> State:
    if revision in history.coming:
        return "coming"
    if revision in history.superseded:
        return "superseded"
    return "current" if revision.effective else "draft"
