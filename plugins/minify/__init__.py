"""Pelican adapter: minifies every page after all are written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican import signals

from plugins.minify.pages import minify_folder

if TYPE_CHECKING:
    from pelican import Pelican


def minify_pages(pelican: Pelican) -> None:
    """Minify the pages in place."""
    minify_folder(Path(pelican.output_path))


def register() -> None:
    """Connect to Pelican."""
    signals.finalized.connect(minify_pages)
