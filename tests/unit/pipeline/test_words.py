"""The catalogues of this repository are whole, and the check says when they are not."""

from __future__ import annotations

import shutil
from pathlib import Path

from pipeline.check import words

ROOT = Path(__file__).parents[3]


def test_whole() -> None:
    """No message is missing, fuzzy, unused or broken in either language."""
    assert list(map(str, words())) == []


def test_unused_and_missing(tmp_path: Path) -> None:
    """A message that the theme lost or won is named in both catalogues."""
    for name in ("theme", "editorial", "translations"):
        shutil.copytree(ROOT / name, tmp_path / name)
    template = tmp_path / "theme/templates/page.html"
    template.write_text(template.read_text("utf-8") + '{{ _("Planted words") }}', "utf-8")
    assert [f"{finding} ({finding.rule})" for finding in words(tmp_path)] == [
        (
            f"translations/{lang}/LC_MESSAGES/messages.po:1:1: the message 'Planted words' is "
            "missing; run `inv translate` and write its words (missing-message)"
        )
        for lang in ("de", "en")
    ]
