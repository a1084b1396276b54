"""What was published stays, takes effect in good time, and no clause of it gets lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from notices.rules import altered_revision, early_effect, lost_clause
from tests.unit.notices.planted import ENGLISH, LEDGER, Planted
from tests.unit.pipeline.failures import PRIVACY, edit, remove

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.pipeline.failures import Change

ALTERED, EARLY, LOST = altered_revision.RULE, early_effect.RULE, lost_clause.RULE
KEPT = "content/legal/revisions/privacy/1.de.html"
OLDEST = '[[documents.privacy.revisions]]\nversion = "1"\n'
SECOND = """\
[[documents.privacy.revisions]]
version = "2"
published = 2026-12-10
effective = 2026-12-20
kind = "material change"
summary = { de = "Neu", en = "New" }
"""
CLAUSE_GONE = (
    edit(PRIVACY, "2. Mehr in [](#cookies). {#access-data-more}\n", ""),
    edit(ENGLISH, "2. There is more in [](#cookies). {#access-data-more}\n", ""),
)


def revised(more: str = "", old: str = "", new: str = "") -> tuple[Change, ...]:
    """Enter a second revision of the notice, with more lines or other words."""
    return (edit(LEDGER, OLDEST, f"{SECOND.replace(old, new) if old else SECOND}{more}\n{OLDEST}"),)


PLANTED = [
    Planted(
        "a kept text that somebody edited",
        ALTERED,
        (edit(KEPT, "nennt jedes", "zeigt jedes"),),
        (
            f"{KEPT}:1:1: the text of revision 1 of 'privacy' is not what was published; restore "
            f"{KEPT} from the history of the repository",
        ),
        (
            f"{KEPT}:1:1: der Text von Fassung 1 von 'privacy' ist nicht der veröffentlichte; "
            f"stellen Sie {KEPT} aus dem Verlauf des Repositorys wieder her",
        ),
    ),
    Planted(
        "an older kept text that is gone",
        ALTERED,
        (*revised(), remove(KEPT)),
        (
            f"{KEPT}:1:1: the text of revision 1 of 'privacy' is not what was published; restore "
            f"{KEPT} from the history of the repository",
        ),
    ),
    Planted(
        "a material change that nobody can prepare for",
        EARLY,
        revised(),
        (
            f"{LEDGER}:7:1: a material change takes effect no sooner than 2027-01-09, 30 days "
            "after publication; write a later day, or a reason: "
            'reason = { de = "…", en = "…" }',
        ),
        (
            f"{LEDGER}:7:1: eine wesentliche Änderung gilt frühestens ab 2027-01-09, 30 Tage nach "
            "der Veröffentlichung; schreiben Sie einen späteren Tag, oder nennen Sie den Grund: "
            'reason = { de = "…", en = "…" }',
        ),
    ),
    Planted(
        "a clause of an older revision that vanished",
        LOST,
        (*CLAUSE_GONE, *revised()),
        (
            f"{LEDGER}:4:3: the clause 'access-data-more' of revision 1 is gone, and nothing says "
            "where it went; write it into 'moved' of the revision after it",
        ),
        (
            f"{LEDGER}:4:3: die Klausel 'access-data-more' aus Fassung 1 fehlt, und nirgends "
            "steht, wo ihr Inhalt geblieben ist; schreiben Sie es bei der folgenden Fassung in "
            "'moved'",
        ),
    ),
    Planted(
        "a clause that moved to where nothing is",
        LOST,
        (*CLAUSE_GONE, *revised('moved = { access-data-more = "nowhere" }\n')),
        (
            f"{LEDGER}:4:3: 'nowhere', to which the clause 'access-data-more' moved, is no clause "
            "of 'privacy'; correct it in 'moved'",
        ),
        (
            f"{LEDGER}:4:3: 'nowhere', wohin die Klausel 'access-data-more' umgezogen ist, ist "
            "keine Klausel von 'privacy'; berichtigen Sie die Angabe in 'moved'",
        ),
    ),
    Planted(
        "clauses that moved in a circle",
        LOST,
        (
            *CLAUSE_GONE,
            *revised('moved = { access-data-more = "old", old = "access-data-more" }\n'),
        ),
        (
            f"{LEDGER}:4:3: 'access-data-more', to which the clause 'old' moved, is no clause of "
            "'privacy'; correct it in 'moved'",
            f"{LEDGER}:4:3: 'old', to which the clause 'access-data-more' moved, is no clause of "
            "'privacy'; correct it in 'moved'",
        ),
    ),
]

SOUND = [
    Planted("the settled site", ALTERED, ()),
    Planted("the settled site", EARLY, ()),
    Planted("the settled site", LOST, ()),
    Planted("a missing text of the newest revision", ALTERED, (remove(KEPT),)),
    Planted("a material change after 30 days", EARLY, revised("", "2026-12-20", "2027-01-09")),
    Planted("a reason", EARLY, revised('reason = { de = "Frist", en = "deadline" }\n')),
    Planted("a typo takes effect at once", EARLY, revised("", "material change", "typo")),
    Planted(
        "a first text changes nothing",
        EARLY,
        (edit(LEDGER, '2026-12-01\nkind = "clarification"', '2026-12-01\nkind="material change"'),),
    ),
    Planted(
        "a clause that moved",
        LOST,
        (*CLAUSE_GONE, *revised('moved = { access-data-more = "cookies" }\n')),
    ),
    Planted(
        "a clause that was dropped",
        LOST,
        (*CLAUSE_GONE, *revised('moved = { access-data-more = "" }\n')),
    ),
    Planted(
        "a clause that moved twice",
        LOST,
        (*CLAUSE_GONE, *revised('moved = { access-data-more = "old", old = "cookies" }\n')),
    ),
    Planted(
        "a clause that moved and was dropped later",
        LOST,
        (*CLAUSE_GONE, *revised('moved = { access-data-more = "old", old = "" }\n')),
    ),
]


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.fact)
def test_planted(planted: Planted, tmp_path: Path) -> None:
    """Each step that somebody left out is named at its place, with the command that does it."""
    assert planted.said(tmp_path) == planted.says


@pytest.mark.parametrize(
    "planted", [p for p in PLANTED if p.says_german], ids=lambda planted: planted.fact
)
def test_planted_in_german(planted: Planted, tmp_path: Path) -> None:
    """An editor who reads German is told the same."""
    assert planted.said(tmp_path, "de") == planted.says_german


@pytest.mark.parametrize("sound", SOUND, ids=lambda sound: f"{sound.rule.name}: {sound.fact}")
def test_sound(sound: Planted, tmp_path: Path) -> None:
    """What was confirmed and published, or changes nothing for a reader, is silent."""
    assert sound.said(tmp_path) == ()
