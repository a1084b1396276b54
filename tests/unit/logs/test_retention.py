"""`logs.retention`: the worst case, as a sum."""

from __future__ import annotations

import datetime as dt

import pytest

from logs.retention import DAY, DELAYS, is_over, kept_days, midnight, worst_case
from logs.settings import Refused


def test_the_sum() -> None:
    """With everything that may delay the sweep, a line of 90 days is gone after 89 and a half."""
    assert [(delay.seconds, delay.why) for delay in DELAYS] == [
        (3600, "the sweep comes once an hour"),
        (60, "systemd may start it a minute late"),
        (600, "a run may take ten minutes, compressing included, and is then ended"),
        (39_600, "eleven runs in a row may fail"),
        (3600, "the clock may be an hour off without anybody noticing"),
    ]
    assert (kept_days(90), worst_case(90)) == (89, 89 * DAY + 47_460)


def test_never_more_than_the_period() -> None:
    """The worst case is within every period, and no day is given away."""
    spare = [period * DAY - worst_case(period) for period in range(2, 3661)]
    assert (min(spare) >= 0, max(spare) < DAY) == (True, True)


def test_too_short() -> None:
    """A period that one file a day cannot keep is refused."""
    with pytest.raises(Refused, match=r"^a period of 1 days is too short for one file a day$"):
        kept_days(1)


def test_is_over() -> None:
    """A file is over when its first second is as old as its days, to the second."""
    day = dt.date(2026, 11, 26)
    last = midnight(day) + 89 * DAY
    assert [is_over(day, last - 1, 90), is_over(day, last, 90)] == [False, True]
