"""Pelican adapter of `delivery.release`: compressed copies and digests, before the guard looks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican import signals

from delivery.release import write_copies, write_sums

if TYPE_CHECKING:
    from pelican import Pelican


def pack(pelican: Pelican) -> None:
    """Finish what is published: from here on no file changes."""
    output = Path(pelican.output_path)
    write_copies(output)
    write_sums(output)


def register() -> None:
    """Connect to Pelican."""
    signals.finalized.connect(pack)
