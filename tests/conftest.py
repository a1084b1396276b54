"""What many tests share: the facts, and the real site, built once in each process."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from editorial import facts as registers
from pipeline.build import build

if TYPE_CHECKING:
    from editorial.facts import Facts

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def facts() -> Facts:
    """Read the registers of this repository."""
    return registers.load(ROOT)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of this repository; tests read it and never write into it."""
    output = tmp_path_factory.mktemp("site") / "output"
    assert build(output) == ()
    return output
