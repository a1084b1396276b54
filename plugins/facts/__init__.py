"""Pelican adapter: reads the registers once, before anything else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican import signals

from editorial import facts, gaps, problems
from registers.source import RegisterError

if TYPE_CHECKING:
    from pelican import Pelican


def read_registers(pelican: Pelican) -> None:
    """Put the facts into the settings; stop the build when a register is wrong."""
    root = Path(pelican.settings["PATH"]).parent
    try:
        pelican.settings["FACTS"] = facts.load(root)
    except RegisterError as error:
        raise problems.BuildStopped(error.findings) from error
    pelican.settings["DRAFT"] = bool(gaps.findings(root))
    pelican.settings["SITEURL"] = pelican.settings["FACTS"].company.site_url


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(read_registers)
