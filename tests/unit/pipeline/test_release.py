"""A release refuses what a preview shows: a legal text that nobody confirmed or published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editorial.problems import BuildStopped
from pipeline.release import refuse
from tests.unit.notices import small_corpus
from tests.unit.pipeline.failures import PRIVACY, edit

if TYPE_CHECKING:
    from pathlib import Path


def test_sound(tmp_path: Path) -> None:
    """Texts that agree and are published stop nothing."""
    refuse(small_corpus.of(tmp_path).site)


def test_unpublished(tmp_path: Path) -> None:
    """A sentence that changed in one language stops a release, with everything that is wrong."""
    change = edit(PRIVACY, "nennt jedes Cookie", "nennt alle Cookies")
    with pytest.raises(BuildStopped) as stopped:
        refuse(small_corpus.of(tmp_path, change).site)
    assert [finding.rule for finding in stopped.value.findings] == [
        "unconfirmed-pair",
        "unpublished-change",
    ]
