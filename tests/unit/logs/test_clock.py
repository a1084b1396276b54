"""`logs.clock`: how much time has passed at least."""

from __future__ import annotations

import time

import pytest

from logs import clock
from logs.clock import Moment, passed

BEFORE = Moment(wall=1000.0, up=500.0, boot="one")


@pytest.mark.parametrize(
    ("until", "seconds"),
    [
        (Moment(1060.0, 560.0, "one"), 60.0),
        (Moment(1060.0, 530.0, "one"), 60.0),
        (Moment(0.0, 560.0, "one"), 60.0),
        (Moment(99_000.0, 560.0, "one"), 98_000.0),
        (Moment(1060.0, 20.0, "two"), 60.0),
        (Moment(900.0, 20.0, "two"), 20.0),
        (Moment(900.0, 400.0, "one"), 0.0),
    ],
    ids=[
        "both the same",
        "the other clock slower",
        "set back",
        "set ahead",
        "started anew",
        "started anew and set back",
        "neither went on",
    ],
)
def test_passed(until: Moment, seconds: float) -> None:
    """The reading counts that lets more time pass, and it is never negative."""
    assert passed(BEFORE, until) == seconds


def test_now(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both clocks are read, and which start of the machine it is, once."""
    first = clock.now()
    monkeypatch.setattr(time, "time", lambda: 12.5)
    second = clock.now()
    assert (second.wall, second.boot) == (12.5, first.boot)
    assert (second.up >= first.up, len(first.boot)) == (True, 36)
