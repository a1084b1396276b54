"""The register as it stands in the file right now; as it last stood while the file is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registers import processing
from registers.source import RegisterError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from preview.account import Cookie


class RegisterFile:
    """Reads `processing.toml` at every use: an editor may change a cookie while it is served."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._last: Mapping[str, Cookie] = {}

    @property
    def cookies(self) -> Mapping[str, Cookie]:
        """Give the cookies by name; none until the register could be read once."""
        try:
            self._last = processing.load(self.path).cookies
        except RegisterError:
            return self._last
        return self._last
