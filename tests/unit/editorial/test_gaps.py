"""Open gaps are listed with their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editorial import gaps
from firstparty.model import Severity
from tests.unit.pipeline import small_site

if TYPE_CHECKING:
    from pathlib import Path


def test_gaps(tmp_path: Path) -> None:
    """Every empty value of a register is a note, in the order of the files."""
    small_site.write(tmp_path)
    ledger = tmp_path / "content/legal/ledger.toml"
    ledger.write_text(ledger.read_text().replace("2026-12-01", '""'))
    found = gaps.findings(tmp_path)
    assert {finding.severity for finding in found} == {Severity.NOTE}
    assert {finding.rule for finding in found} == {"open-gap"}
    said = list(map(str, found))
    assert said[0] == "company.toml:9:1: 'phone' has no value; the operator has to supply it"
    assert said[-2:] == [
        (
            "processing.toml:15:1: 'recipients.hosting.entity' has no value; "
            "the operator has to supply it"
        ),
        (
            "content/legal/ledger.toml:7:1: 'documents.privacy.revisions.0.effective' has no "
            "value; the operator has to supply it"
        ),
    ]
    assert len(said) == small_site.COMPANY.count('""') + 2
