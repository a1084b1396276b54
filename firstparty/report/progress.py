"""A line on the terminal that says how far a long check has come."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import TextIO

_WIDTH: Final = 30
# Seconds before anybody wonders, and between two changes.
_QUIET: Final = 0.7
_PAUSE: Final = 0.1


@dataclass(slots=True)
class Progress:
    """Draws a bar on a terminal, and nothing anywhere else."""

    stream: TextIO
    shown: bool = False
    last: float = field(default_factory=time.monotonic)
    pause: float = _QUIET

    def __call__(self, done: int, total: int) -> None:
        """Hear how many files of how many are done."""
        now = time.monotonic()
        if not self.stream.isatty() or now - self.last < self.pause:
            return
        self.last, self.pause, self.shown = now, _PAUSE, True
        filled = _WIDTH * done // max(total, 1)
        bar = "━" * filled + "─" * (_WIDTH - filled)
        self.stream.write(f"\r{bar} {done:,} of {total:,} files")
        self.stream.flush()

    def clear(self) -> None:
        """Leave the line as if nothing had been there."""
        if self.shown:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
