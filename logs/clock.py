"""What time it is, by the clock on the wall and by one that nobody can set."""

from __future__ import annotations

import functools
import time
from dataclasses import dataclass
from pathlib import Path

BOOT = Path("/proc/sys/kernel/random/boot_id")


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment: seconds since 1970 in UTC, seconds since this start of the machine, which start."""

    wall: float
    up: float
    boot: str


def now() -> Moment:
    """Look at both clocks; the second one counts on while the machine sleeps (`CLOCK_BOOTTIME`)."""
    return Moment(time.time(), time.clock_gettime(time.CLOCK_BOOTTIME), _boot())


@functools.cache
def _boot() -> str:
    """Read which start of the machine this is; a process never sees another one."""
    try:
        return BOOT.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def passed(since: Moment, until: Moment) -> float:
    """How many seconds have passed at least, in the reading that lets more time pass.

    Set back, the clock on the wall shows too little; after a start of the machine the other one
    does, which began anew. Never negative.
    """
    up = until.up - since.up if until.boot == since.boot else until.up
    return max(until.wall - since.wall, up, 0.0)
