"""The commands write what was done into the ledger, or refuse and leave every file as it was."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from firstparty.model import Severity
from notices.commands import Stamp
from notices.confirm import confirm
from notices.enact import enact, overdue
from notices.revise import Wish, revise
from registers import ledger, source
from registers.company import Localised
from tests.unit.notices import small_corpus
from tests.unit.notices.acting import (
    BOTH,
    CLAUSE_GONE,
    EVE,
    NEXT,
    SUMMARY,
    coming,
    confirmed,
    files,
    material,
)
from tests.unit.notices.planted import LEDGER
from tests.unit.pipeline.failures import edit

if TYPE_CHECKING:
    from pathlib import Path


def entry(root: Path) -> ledger.History:
    """Give the history of the notice as it is written now."""
    _, register = source.load(root / ledger.FILE, root, ledger.Ledger)
    return register.documents["privacy"]


def test_confirm_a_clause(tmp_path: Path) -> None:
    """Confirming one clause writes its pair, with day, name and kind, and nothing else."""
    gathered = small_corpus.of(tmp_path, *BOTH)
    before = files(tmp_path)
    assert confirm(gathered, "privacy#cookies-list", "typo", EVE) == (
        "confirmed privacy#cookies-list",
    )
    after = files(tmp_path)
    changed = [name for name in after if after[name] != before[name]]
    assert changed == [LEDGER]
    old, new = (f[LEDGER].decode().splitlines() for f in (before, after))
    german_, english_ = (
        gathered.texts["privacy"][lang].by_id["cookies-list"].digest for lang in ("de", "en")
    )
    assert [line for line in new if line not in old] == [
        f'cookies-list = {{ de = "{german_}", en = "{english_}", confirmed = 2026-12-10, '
        'by = "Eve", kind = "typo" }'
    ]


def test_confirm_a_text(tmp_path: Path) -> None:
    """Confirming a text confirms what changed in it, and forgets what is gone."""
    gathered = small_corpus.of(tmp_path, *BOTH, *CLAUSE_GONE)
    assert confirm(gathered, "privacy", "clarification", EVE) == (
        "confirmed privacy#cookies-list",
        "removed privacy#access-data-more, which is gone from the text",
    )
    assert "access-data-more" not in entry(tmp_path).pairs


def test_confirm_a_snippet(tmp_path: Path) -> None:
    """A text that pages show is confirmed by its name."""
    snippet = "content/legal/snippets/paragraph.{}.md"
    changes = (
        edit(snippet.format("de"), "Karten von", "Pläne von"),
        edit(snippet.format("en"), "Maps by", "Plans by"),
    )
    gathered = small_corpus.of(tmp_path, *changes)
    assert confirm(gathered, "paragraph", "typo", EVE) == ("confirmed paragraph",)
    assert small_corpus.read(tmp_path).confirmed("paragraph")["top"].by == "Eve"


def test_revise_a_draft(tmp_path: Path) -> None:
    """A draft is written anew in place: its number and words stay, its day and texts do not."""
    text = "content/legal/rights.{}.md"
    small_corpus.of(
        tmp_path,
        edit(text.format("de"), "\n\nText.\n", "\n\nAnders.\n"),
        edit(text.format("en"), "\n\nText.\n", "\n\nDifferent.\n"),
    )
    confirm(small_corpus.read(tmp_path), "rights", "typo", EVE)
    assert revise(small_corpus.read(tmp_path), "rights", Wish(), EVE) == (
        "recorded revision 1 of 'rights', published on 2026-12-10",
        "it is a draft: the day from which it applies is open",
    )
    (revision,) = small_corpus.read(tmp_path).site.facts.ledger.documents["rights"].revisions
    assert (revision.version, revision.summary.en) == ("1", "First version")
    kept = (tmp_path / "content/legal/revisions/rights/1.de.html").read_text("utf-8")
    assert kept == (
        '<h1>rights de</h1>\n<section id="text">\n<h2>Text</h2>\n<p>Anders.</p>\n</section>\n'
    )


def test_revise(tmp_path: Path) -> None:
    """A clarification applies at once; the revision before it keeps its text."""
    confirmed(tmp_path, *BOTH)
    before = files(tmp_path)
    assert revise(small_corpus.read(tmp_path), "privacy", NEXT, EVE) == (
        "recorded revision 2 of 'privacy', published on 2026-12-10",
    )
    after = files(tmp_path)
    assert {name for name in after if after[name] != before.get(name)} == {
        LEDGER,
        "content/legal/revisions/privacy/2.de.html",
        "content/legal/revisions/privacy/2.en.html",
    }
    history = entry(tmp_path)
    assert (history.current, history.newest.effective) == ("2", EVE.day)


def test_revise_for_a_later_day(tmp_path: Path) -> None:
    """A material change is announced: the revision before it applies until that day."""
    confirmed(tmp_path, *BOTH)
    wish = material(dt.date(2027, 1, 9))
    assert revise(small_corpus.read(tmp_path), "privacy", wish, EVE) == (
        "recorded revision 2 of 'privacy', published on 2026-12-10",
        "it applies from 2027-01-09; on that day run `inv legal.enact privacy` and publish again",
    )
    assert entry(tmp_path).current == "1"


def test_revise_with_a_reason(tmp_path: Path) -> None:
    """A material change with a reason may come sooner."""
    confirmed(tmp_path, *BOTH)
    wish = material(dt.date(2026, 12, 11), reason=Localised(de="Gesetz", en="law"))
    revise(small_corpus.read(tmp_path), "privacy", wish, EVE)
    reason = entry(tmp_path).newest.reason
    assert reason is not None
    assert reason.en == "law"


def test_revise_with_a_moved_clause(tmp_path: Path) -> None:
    """What vanished says where it went."""
    confirmed(tmp_path, *CLAUSE_GONE)
    wish = Wish(kind="typo", summary=SUMMARY, moved={"access-data-more": "cookies"})
    revise(small_corpus.read(tmp_path), "privacy", wish, EVE)
    assert entry(tmp_path).newest.moved == {"access-data-more": "cookies"}


def test_enact(tmp_path: Path) -> None:
    """On its day a coming revision applies, and the ledger says so."""
    coming(tmp_path)
    day = Stamp("Eve", dt.date(2027, 1, 9))
    assert enact(small_corpus.read(tmp_path), "privacy", day) == (
        "revision 2 of 'privacy' applies now",
    )
    assert entry(tmp_path).current == "2"


def test_overdue(tmp_path: Path) -> None:
    """From its day on a coming revision is a warning, and never a day before."""
    coming(tmp_path)
    read, register = source.load(tmp_path / ledger.FILE, tmp_path, ledger.Ledger)
    assert list(overdue(read, register, dt.date(2027, 1, 8))) == []
    (finding,) = overdue(read, register, dt.date(2027, 1, 9))
    assert (str(finding), finding.severity) == (
        f"{LEDGER}:7:1: revision 2 of 'privacy' applies since 2027-01-09; "
        "run `inv legal.enact privacy` and publish again",
        Severity.WARNING,
    )
