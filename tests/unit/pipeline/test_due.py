"""What a day demands of people is said by a build, and never changes what it builds."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pipeline.build import due
from tests.unit.pipeline import small_site

if TYPE_CHECKING:
    from pathlib import Path

COMING = """
[[documents.privacy.revisions]]
version = "2"
published = 2026-11-25
effective = 2027-01-01
kind = "material change"
summary = { de = "Zweite", en = "Second" }
"""


def test_due(tmp_path: Path) -> None:
    """A revision whose day has come is named at its day, and so is the end of security.txt."""
    small_site.write(tmp_path)
    path = tmp_path / "content/legal/ledger.toml"
    before, first = path.read_text("utf-8").split("\n\n", 1)
    path.write_text(f"{before}\n{COMING}\n{first}", encoding="utf-8")

    def said(day: dt.date) -> list[str]:
        return [str(finding) for finding in due(tmp_path, day)]

    revision = (
        "content/legal/ledger.toml:7:1: revision 2 of 'privacy' applies since 2027-01-01; "
        "run `inv legal.enact privacy` and publish again"
    )
    assert said(dt.date(2026, 12, 31)) == []
    assert said(dt.date(2027, 1, 1)) == [revision]
    assert said(dt.date(2027, 11, 1)) == [
        "company.toml:38:1: security.txt expires on 2027-11-23; "
        "see that the contact still answers, then set this to today's date",
        revision,
    ]
