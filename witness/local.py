"""The site of this repository as the preview serves it: what `inv audit` visits without `--url`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from preview.app import create_app
from registers import processing

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

REGISTER: Final = Path(__file__).resolve().parent.parent / "processing.toml"


def application(site: Path) -> WSGIApplication:
    """Answers as production would, with the stand-in for the account service."""
    return create_app(site, register=processing.load(REGISTER))
