"""What tests of the collector share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.logs.running import Running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    for name in ("logs", "run"):
        (tmp_path / name).mkdir()
    collector = Running(tmp_path / "logs", tmp_path / "run")
    collector.start()
    yield collector
    if collector.thread.is_alive():
        collector.stop()
