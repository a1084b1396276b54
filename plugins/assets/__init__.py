"""Pelican adapter: publishes the theme's files and the pictures under fingerprinted names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican import signals

from editorial import assets
from editorial.problems import BuildStopped

if TYPE_CHECKING:
    from pelican import Pelican


def read_assets(pelican: Pelican) -> None:
    """Read every file, so that templates know the names before anything is written."""
    settings = pelican.settings
    static, media = Path(settings["THEME"]) / "static", Path(settings["PATH"]) / "images"
    try:
        settings["ASSETS"] = assets.collect(static, media)
    except assets.AssetError as error:
        raise BuildStopped((error.finding,)) from error


def write_assets(pelican: Pelican) -> None:
    """Write the files."""
    for asset in pelican.settings["ASSETS"].values():
        target = Path(pelican.settings["OUTPUT_PATH"], asset.address.lstrip("/"))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(asset.content)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(read_assets)
    signals.finalized.connect(write_assets)
