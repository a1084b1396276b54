"""The worst case, lived through: weeks of a server in a second, with whatever may go wrong."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logs.addresses import Prefixes
from logs.clock import Moment
from logs.dates import of_name
from logs.retention import DAY
from logs.settings import Settings
from logs.store import append, name_for
from logs.sweep import AGES, sweep

HOUR = 3600.0
PERIOD = 5  # days; the sum is the same for every period
KEEP = Settings(PERIOD, Prefixes(24, 48))
BEGIN = 1_795_694_400.0


@dataclass
class World:
    """A machine, its two clocks, and what truly happened: when each file's first line came."""

    directory: Path
    true: float = BEGIN
    offset: float = 0.0  # of the clock on the wall
    up: float = 0.0
    boots: int = 0
    first: dict[str, float] = field(default_factory=dict)
    oldest: float = 0.0  # the greatest age of a line that a sweep left, in seconds

    @property
    def now(self) -> Moment:
        return Moment(self.true + self.offset, self.up, str(self.boots))

    def pass_(self, seconds: float) -> None:
        self.true += seconds
        self.up += seconds

    def write(self) -> None:
        name = name_for("access", self.now.wall)
        append(self.directory, [(name, "line")])
        self.first.setdefault(name.removesuffix(".log"), self.true)

    def sweep(self) -> None:
        self.look()
        sweep(self.directory, KEEP, self.now)
        left = {found[1] for path in self.directory.iterdir() if (found := of_name(path.name))}
        self.first = {key: first for key, first in self.first.items() if key in left}
        assert left == set(self.first)

    def look(self) -> None:
        self.oldest = max([self.oldest, *(self.true - first for first in self.first.values())])

    def hours(self, count: int, *, writing: bool = True, every: int = 1) -> None:
        """Let hours pass, with a line in each and a sweep in every so many."""
        for hour in range(count):
            if writing:
                self.write()
            self.pass_(HOUR)
            if hour % every == every - 1:
                self.sweep()

    def turn_off(self, seconds: float) -> None:
        self.true += seconds
        self.up = 60.0
        self.boots += 1
        self.look_after_start()

    def look_after_start(self) -> None:
        """The collector starts with a sweep; while the machine was off nothing was looked at."""
        sweep(self.directory, KEEP, self.now)
        left = {found[1] for path in self.directory.iterdir() if (found := of_name(path.name))}
        self.first = {key: first for key, first in self.first.items() if key in left}

    @property
    def days(self) -> float:
        """The greatest age in days."""
        self.look()
        return self.oldest / DAY


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_every_day_the_same(world: World) -> None:
    """Lines every hour for three weeks: the oldest is four days and an hour."""
    world.hours(21 * 24)
    assert world.days == pytest.approx(4 + 0.5 / 24, abs=0.6 / 24)


def test_an_idle_server(world: World) -> None:
    """Nobody comes any more: no rotation, no line, and still everything goes."""
    world.hours(24)
    world.hours(10 * 24, writing=False)
    assert (world.first, world.days < PERIOD) == ({}, True)


def test_failing_sweeps(world: World) -> None:
    """Eleven sweeps in a row fail, again and again, and the next one comes an hour too early."""
    world.pass_(11 * HOUR)
    world.hours(21 * 24, every=12)
    assert world.days == pytest.approx(4 + 11 / 24)


@pytest.mark.parametrize("step", [-30 * DAY, -DAY, -HOUR, 1800.0, DAY, 365 * DAY])
def test_a_change_of_the_clock(world: World, step: float) -> None:
    """Set back or ahead, for good or for two days, the clock keeps nothing longer."""
    world.hours(3 * 24)
    world.offset += step
    world.hours(2 * 24)
    world.offset -= step
    world.hours(9 * 24)
    assert world.days <= PERIOD


def test_a_clock_that_goes_back_every_day(world: World) -> None:
    """One that loses a day every day never lets a name grow old; the count does."""
    for _ in range(12):
        world.hours(24)
        world.offset -= DAY
    assert world.days <= PERIOD


@pytest.mark.parametrize("days", [0.5, 3, 30])
def test_a_machine_that_was_off(world: World, days: float) -> None:
    """What grew old meanwhile goes with the start, before the first new line."""
    world.hours(3 * 24)
    world.turn_off(days * DAY)
    world.look()
    world.hours(9 * 24)
    assert world.days <= PERIOD


def test_the_simulation_can_fail(world: World) -> None:
    """A count that is lost together with the clock would be seen: nothing else could tell."""
    for _ in range(12):
        world.hours(24)
        world.offset -= DAY
        (world.directory / AGES).unlink()
    assert world.days > PERIOD


EVENTS = st.one_of(
    st.tuples(st.just("hours"), st.integers(1, 72)),
    st.tuples(st.just("idle"), st.integers(1, 72)),
    st.tuples(st.just("failing"), st.integers(1, 36)),
    st.tuples(st.just("clock"), st.integers(-400 * 24, 400 * 24)),
    st.tuples(st.just("off"), st.integers(1, 40 * 24)),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(EVENTS, min_size=2, max_size=12))
def test_anything(events: list[tuple[str, int]]) -> None:
    """Whatever happens, in whatever order, no line is older than the period after a sweep.

    Only a clock that is set back must be seen by a sweep before the machine goes off: of one that
    goes back while nobody looks, nothing could tell.
    """
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        for event, amount in events:
            match event:
                case "hours":
                    world.hours(amount)
                case "idle":
                    world.hours(amount, writing=False)
                case "failing":
                    world.hours(amount, every=12)
                    world.sweep()
                case "clock":
                    world.offset += amount * HOUR
                    world.sweep()
                case _:
                    world.turn_off(amount * HOUR)
        assert world.days <= PERIOD
