"""How long a line stays at most: the sum of whatever may delay its end.

Lines lie in one file for each day (UTC), and a file goes as a whole. Its first line may be from
the first second of the day, so a file counts as old as that. It stays as many whole days as fit
into the period of the register after everything that may delay the sweep.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from logs.settings import Refused

DAY = 86_400
SWEEP_EVERY = 3600
SWEEP_ACCURACY = 60
SWEEP_LASTS = 600


@dataclass(frozen=True, slots=True)
class Delay:
    """Something that keeps a file longer than its days, by that many seconds at most."""

    seconds: int
    why: str


DELAYS = (
    Delay(SWEEP_EVERY, "the sweep comes once an hour"),
    Delay(SWEEP_ACCURACY, "systemd may start it a minute late"),
    Delay(SWEEP_LASTS, "a run may take ten minutes, compressing included, and is then ended"),
    Delay(11 * SWEEP_EVERY, "eleven runs in a row may fail"),
    Delay(3600, "the clock may be an hour off without anybody noticing"),
)


def kept_days(period_days: int) -> int:
    """How many whole days a file stays, so that the worst case is within the period."""
    delays = sum(delay.seconds for delay in DELAYS)
    days = (period_days * DAY - delays) // DAY
    if days < 1:
        raise Refused(f"a period of {period_days} days is too short for one file a day")
    return days


def worst_case(period_days: int) -> int:
    """How many seconds pass at most between a line and its end, while the machine is on."""
    return kept_days(period_days) * DAY + sum(delay.seconds for delay in DELAYS)


def is_over(day: dt.date, wall: float, period_days: int) -> bool:
    """Tell whether the file of a day must go."""
    return wall - midnight(day) >= kept_days(period_days) * DAY


def midnight(day: dt.date) -> float:
    """When a day begins, in seconds since 1970."""
    return dt.datetime.combine(day, dt.time(), dt.UTC).timestamp()
