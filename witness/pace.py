"""Not too fast: a site that others use, too, is visited at the pace of a person."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass


@dataclass(slots=True)
class Pace:
    """At least `shortest_s` from the beginning of one visit to that of the next."""

    shortest_s: float
    last: float = float("-inf")

    async def wait(self) -> None:
        """Until the next visit may begin."""
        await asyncio.sleep(max(0.0, self.last + self.shortest_s - time.monotonic()))
        self.last = time.monotonic()
