"""Reads the colours of `theme/palette.toml`."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

FILE = Path(__file__).parent.parent / "theme" / "palette.toml"
SCHEMES = ("light", "dark")

Palette = Mapping[str, str]  # role → #rrggbb


def read(path: Path = FILE) -> dict[str, Palette]:
    """Return the colours by scheme and role."""
    return tomllib.loads(path.read_text("utf-8"))
