"""Every revision has its own address and a state, and vanished clauses lead to what they became."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from notices import publication
from notices.confirm import confirm
from notices.publication import Moved
from notices.revise import Wish, revise
from tests.unit.notices import small_corpus
from tests.unit.notices.acting import BOTH, CLAUSE_GONE, EVE, coming, confirmed
from tests.unit.notices.acting import NEXT as CLARIFICATION
from tests.unit.notices.planted import LEDGER
from tests.unit.pipeline.failures import edit

if TYPE_CHECKING:
    from pathlib import Path

    from notices.publication import Edition


def shown(root: Path, name: str = "privacy") -> tuple[Edition, ...]:
    """Give the editions of an English text as they are published now."""
    site = small_corpus.read(root).site
    document = site.inventory.find(name, "en")
    assert document is not None
    return publication.editions(site, document, site.facts.ledger.documents[name])


def test_draft(tmp_path: Path) -> None:
    """A revision without a day is a draft, and its first text changes nothing."""
    small_corpus.of(tmp_path)
    (edition,) = shown(tmp_path, "rights")
    assert (edition.state, edition.effective, edition.until) == ("draft", None, None)
    assert (edition.address, edition.changes) == ("/en/rights/2026-11-25/", ())


def test_coming(tmp_path: Path) -> None:
    """A coming revision stands above the current one, which applies until that day."""
    coming(tmp_path)
    newest, current = shown(tmp_path)
    day = dt.date(2027, 1, 9)
    assert (newest.version, newest.state, newest.effective) == ("2", "coming", day)
    assert (current.version, current.state, current.until) == ("1", "current", day)
    assert [change.id for change in newest.changes] == ["cookies-list"]
    assert (newest.address, newest.summary) == ("/en/privacy/2026-12-10/", "New")


def test_superseded(tmp_path: Path) -> None:
    """What a newer revision replaced is superseded."""
    confirmed(tmp_path, *BOTH)
    revise(small_corpus.read(tmp_path), "privacy", CLARIFICATION, EVE)
    assert [(e.version, e.state) for e in shown(tmp_path)] == [
        ("2", "current"),
        ("1", "superseded"),
    ]


def test_without_text(tmp_path: Path) -> None:
    """A revision whose text is missing has no page."""
    coming(tmp_path)
    (tmp_path / "content/legal/revisions/privacy/1.en.html").unlink()
    assert [edition.version for edition in shown(tmp_path)] == ["2"]


def moved_as(root: Path, moved: str) -> None:
    """Publish a text without a clause; then write into the ledger by hand where it went."""
    small_corpus.of(root, *CLAUSE_GONE)
    confirm(small_corpus.read(root), "privacy", "clarification", EVE)
    gone = {"access-data-more": "cookies"}
    wish = Wish(kind="typo", summary=CLARIFICATION.summary, moved=gone)
    revise(small_corpus.read(root), "privacy", wish, EVE)
    edit(LEDGER, 'access-data-more = "cookies"', moved)(root)


def test_moved(tmp_path: Path) -> None:
    """A vanished clause leads over one that vanished later to the clause of now, or to nothing."""
    moved_as(tmp_path, 'access-data-more = "between", between = "cookies"')
    gathered = small_corpus.read(tmp_path)
    history = gathered.site.facts.ledger.documents["privacy"]
    clauses = {*gathered.texts["privacy"]["en"].by_id}
    (moved,) = publication.moved(history, shown(tmp_path), clauses)
    assert moved == Moved("access-data-more", "There is more in section 2.", "1", "cookies")
    (lost,) = publication.moved(history, shown(tmp_path), clauses - {"cookies"})[:1]
    assert lost.target == ""


def test_moved_in_a_circle(tmp_path: Path) -> None:
    """Clauses that lead to each other lead nowhere, and the page is made all the same."""
    moved_as(tmp_path, 'access-data-more = "between", between = "access-data-more"')
    gathered = small_corpus.read(tmp_path)
    history = gathered.site.facts.ledger.documents["privacy"]
    clauses = {*gathered.texts["privacy"]["en"].by_id}
    assert publication.moved(history, shown(tmp_path), clauses) == (
        Moved("access-data-more", "There is more in section 2.", "1", ""),
    )
