"""What tests of the commands do with the notice of the small site before a command runs."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from notices.commands import Stamp
from notices.confirm import confirm
from notices.revise import Wish, revise
from registers.company import Localised
from tests.unit.notices import small_corpus
from tests.unit.notices.planted import ENGLISH, english, german
from tests.unit.pipeline.failures import PRIVACY, edit

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.pipeline.failures import Change

EVE = Stamp("Eve", dt.date(2026, 12, 10))
SUMMARY = Localised(de="Neu", en="New")
NEXT = Wish(kind="clarification", summary=SUMMARY)
BOTH = (german("Anders."), english("Different."))
CLAUSE_GONE = (
    edit(PRIVACY, "2. Mehr in [](#cookies). {#access-data-more}\n", ""),
    edit(ENGLISH, "2. There is more in [](#cookies). {#access-data-more}\n", ""),
)


def material(effective: dt.date | None = None, reason: Localised | None = None) -> Wish:
    """Wish for a material change."""
    return Wish(effective, "material change", SUMMARY, reason)


def files(root: Path) -> dict[str, bytes]:
    """Give every file of the legal texts."""
    folder = root / "content/legal"
    return {str(p.relative_to(root)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def confirmed(root: Path, *changes: Change) -> None:
    """Make changes to the notice of the small site, and confirm both languages."""
    confirm(small_corpus.of(root, *changes), "privacy", "clarification", EVE)


def coming(root: Path) -> None:
    """Publish a revision of the notice that applies from 9 January 2027."""
    confirmed(root, *BOTH)
    revise(small_corpus.read(root), "privacy", material(dt.date(2027, 1, 9)), EVE)
