"""`logs.suspension` and `logs.unmask`: whole addresses for a bounded time, and no second longer."""

from __future__ import annotations

import json
import stat
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from logs import unmask
from logs.addresses import Prefixes
from logs.clock import Moment
from logs.requests import Request
from logs.settings import Refused, Settings

if TYPE_CHECKING:
    from pathlib import Path

HOUR = 3600.0
NOW = Moment(1_795_694_400.0, 5000.0, "one")  # 2026-11-26T12:00:00Z
WEEK = Settings(90, Prefixes(24, 48), suspension_days=7)
REQUEST = Request(NOW.wall, "203.0.113.77", "GET", "/tiles/1.png", "HTTP/1.1", "200", "1", "")
BEGUN = {
    "event": "begun",
    "time": "2026-11-26T12:00:00Z",
    "until": "2026-11-26T18:00:00Z",
    "for": "6h",
    "reason": "a flood of requests",
    "only": [],
}


def later(hours: float, *, wall: float | None = None, boot: str = "one") -> Moment:
    """So many hours later; the clock on the wall may say something else."""
    seconds = hours * HOUR
    walled = NOW.wall + (seconds if wall is None else wall * HOUR)
    return Moment(walled, (NOW.up if boot == "one" else 0.0) + seconds, boot)


@dataclass(frozen=True)
class Place:
    """The folder of the logs, and that of the sockets."""

    directory: Path
    run: Path

    def begin(
        self,
        lasts: str = "6h",
        reason: str = "a flood of requests",
        *only: str,
        now: Moment = NOW,
        settings: Settings = WEEK,
    ) -> None:
        unmask.begin(self.directory, self.run, settings, now, lasts, reason, only)

    def write(self, now: Moment, request: Request = REQUEST) -> None:
        unmask.write(self.run, now, request, lambda: f"whole {request.address}")

    def expire(self, now: Moment) -> bool:
        return unmask.expire(self.directory, self.run, now)

    def lines(self) -> list[str]:
        path = self.run / unmask.LINES
        return path.read_text().splitlines() if path.exists() else []

    def record(self) -> list[dict[str, object]]:
        path = self.directory / unmask.RECORD
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []

    def in_memory(self) -> list[str]:
        return sorted(path.name for path in self.run.iterdir() if not path.name.startswith("."))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    for name in ("logs", "run"):
        (tmp_path / name).mkdir()
    return Place(tmp_path / "logs", tmp_path / "run")


def removed(time: str, why: str) -> dict[str, str]:
    return {"event": "removed", "time": time, "why": why}


def test_without_one(place: Place) -> None:
    """As a rule nothing whole is written, and nothing is recorded."""
    place.write(NOW)
    assert (place.lines(), place.record(), place.expire(NOW)) == ([], [], False)


def test_its_whole_life(place: Place) -> None:
    """Whole addresses are written while it runs; then they are removed, and the record stays."""
    place.begin()
    assert place.record() == [BEGUN]
    place.write(later(0.1))
    place.write(later(5.99))
    assert place.lines() == ["whole 203.0.113.77"] * 2
    assert place.expire(later(5.99)) is False
    place.write(later(6))
    assert place.lines() == ["whole 203.0.113.77"] * 2
    assert place.expire(later(6)) is True
    assert place.in_memory() == []
    assert place.record() == [BEGUN, removed("2026-11-26T18:00:00Z", "its time was over")]
    assert place.expire(later(7)) is False
    place.write(later(7))
    assert place.lines() == []


def test_nobody_else_reads_it(place: Place) -> None:
    """Neither the addresses nor the state can be read by another user."""
    place.begin()
    place.write(NOW)
    modes = [stat.S_IMODE((place.run / name).stat().st_mode) for name in place.in_memory()]
    assert (place.in_memory(), modes) == (["unmask.json", "unmasked.log"], [0o600, 0o600])


def test_the_evaluation_is_over(place: Place) -> None:
    """Ended before its time, the addresses are removed at once."""
    place.begin()
    place.write(NOW)
    unmask.end(place.directory, place.run, later(1))
    assert place.in_memory() == []
    assert place.record() == [BEGUN, removed("2026-11-26T13:00:00Z", "the evaluation was over")]
    with pytest.raises(Refused, match=r"^no suspension runs$"):
        unmask.end(place.directory, place.run, later(1))


@pytest.mark.parametrize(
    ("now", "runs"),
    [
        (later(5.9), True),
        (later(5.9, wall=-1000), True),
        (later(6, wall=-1000), False),
        (later(6, wall=1), False),
        (later(1, wall=6), False),
        (later(0.01, boot="two"), False),
        (later(0.01, wall=-1000, boot="two"), False),
    ],
    ids=[
        "in time",
        "clock set back, in time",
        "clock set far back",
        "clock set back",
        "clock set ahead",
        "machine started anew",
        "machine started anew, clock set back",
    ],
)
def test_clocks(place: Place, now: Moment, runs: bool) -> None:  # noqa: FBT001 - a table
    """Whichever clock says so first ends it, and so does a start of the machine."""
    place.begin()
    place.write(now)
    assert (place.lines() != [], unmask.current(place.run, now) is not None) == (runs, runs)
    assert (place.expire(now), place.in_memory() == []) == (not runs, not runs)


def test_a_machine_that_was_off(place: Place) -> None:
    """What was in memory is gone, and the record says so when somebody looks next."""
    place.begin()
    (place.run / unmask.STATE).unlink()
    now = later(1000, boot="two")
    assert (place.expire(now), place.expire(now)) == (True, False)
    assert place.record() == [BEGUN, removed("2027-01-07T04:00:00Z", "nothing was left of it")]


def test_memory_that_is_a_disk(place: Place) -> None:
    """Where the folder outlives the machine, what lies there is removed."""
    place.begin()
    place.write(NOW)
    assert place.expire(later(0.1, boot="two")) is True
    assert place.in_memory() == []
    assert place.record()[1:] == [removed("2026-11-26T12:06:00Z", "the machine started anew")]


#: A state from which one value is still missing.
STATE = '{"begun": 1, "up_until": 1e9, "boot": "one", "reason": "x", "only": [], "until": '


@pytest.mark.parametrize(
    "state",
    [
        *("", "{}", "[]", "null", '{"begun": 1}', None),
        *(f"{STATE}{until}}}" for until in ("1e300", "Infinity", "NaN", f"1{'0' * 400}")),
        f"{STATE}{NOW.wall + HOUR}}}".replace("[]", '["nowhere"]'),
        pytest.param("[" * 100_000, id="brackets"),
    ],
)
def test_a_broken_state(place: Place, state: str | None) -> None:
    """A state that cannot be read permits nothing, and the addresses are removed."""
    place.begin()
    place.write(NOW)
    if state is None:
        (place.run / unmask.STATE).unlink()
    else:
        (place.run / unmask.STATE).write_text(state)
    place.write(NOW)
    assert place.lines() == ["whole 203.0.113.77"]
    assert place.expire(NOW) is True
    assert place.in_memory() == []
    assert place.record()[1:] == [removed("2026-11-26T12:00:00Z", "its state could not be read")]


def test_a_second_one(place: Place) -> None:
    """While one runs another is refused, and neither the state nor the record changes."""
    place.begin()
    before = (place.run / unmask.STATE).read_bytes()
    with pytest.raises(Refused) as refusal:
        place.begin("5d", "more of it", now=later(5))
    assert str(refusal.value) == (
        "a suspension runs until 2026-11-26T18:00:00Z: "
        "end it with `unmask --end` before you begin another"
    )
    assert ((place.run / unmask.STATE).read_bytes(), place.record()) == (before, [BEGUN])


def test_one_after_the_other(place: Place) -> None:
    """After its end another may begin; both are in the record, and no line of the first stays."""
    place.begin()
    place.write(NOW)
    place.begin(now=later(7))
    assert place.lines() == []
    assert [entry["event"] for entry in place.record()] == ["begun", "removed", "begun"]


def test_no_record_no_suspension(place: Place) -> None:
    """Where the record cannot be written, none begins."""
    (place.directory / unmask.RECORD).mkdir()
    with pytest.raises(OSError, match=unmask.RECORD):
        place.begin()
    assert place.in_memory() == []


def test_it_is_memory(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """A flood fills no more than its share."""
    monkeypatch.setattr(unmask, "MOST_BYTES", 50)
    place.begin()
    for _ in range(10):
        place.write(NOW)
    assert len(place.lines()) == 2


@pytest.mark.parametrize(
    ("only", "request_", "covered"),
    [
        ((), REQUEST, True),
        (("203.0.113.0/24",), REQUEST, True),
        (("198.51.100.0/24",), REQUEST, False),
        (("198.51.100.0/24", "/tiles/"), REQUEST, True),
        (("/wms",), REQUEST, False),
        (("203.0.113.0/24",), replace(REQUEST, address="::ffff:203.0.113.9"), True),
        (("2001:db8::/32",), replace(REQUEST, address="2001:db8:85a3::1"), True),
        (("2001:db8::/32",), REQUEST, False),
        (("203.0.113.0/24",), replace(REQUEST, address="unix:"), False),
    ],
)
def test_certain_requests(
    place: Place,
    only: tuple[str, ...],
    request_: Request,
    covered: bool,  # noqa: FBT001 - a table
) -> None:
    """It is for the requests it names, as the notice says, and for no others."""
    place.begin("6h", "a flood of requests", *only)
    place.write(NOW, request_)
    assert (place.lines() != []) is covered


@pytest.mark.parametrize(
    ("lasts", "reason", "only", "message"),
    [
        ("", "x", (), "'--for ' is no time: write it like '30m', '6h' or '2d'"),
        ("6", "x", (), "'--for 6' is no time: write it like '30m', '6h' or '2d'"),
        ("0h", "x", (), "'--for 0h' is no time: write it like '30m', '6h' or '2d'"),
        ("-6h", "x", (), "'--for -6h' is no time: write it like '30m', '6h' or '2d'"),
        ("6h ", "x", (), "'--for 6h ' is no time: write it like '30m', '6h' or '2d'"),
        ("8d", "x", (), "'--for 8d' is longer than the notice allows: at most 7 days"),
        ("169h", "x", (), "'--for 169h' is longer than the notice allows: at most 7 days"),
        ("6h", "", (), "say why with '--reason'"),
        ("6h", " \n ", (), "say why with '--reason'"),
        ("6h", "x" * 201, (), "'--reason' is too long: at most 200 characters"),
        (
            "6h",
            "flood from 203.0.113.77",
            (),
            "'--reason' holds '203.0.113.77': "
            "the record stays, so it may name no address and no one",
        ),
        (
            "6h",
            "from 2001:db8::1",
            (),
            "'--reason' holds '2001:db8:': the record stays, so it may name no address and no one",
        ),
        (
            "6h",
            "anna@example.org complained",
            (),
            "'--reason' holds '@': the record stays, so it may name no address and no one",
        ),
        (
            "6h",
            "x",
            ("example.org",),
            "'--only example.org' is neither a network like '203.0.113.0/24' "
            "nor a path like '/tiles/'",
        ),
        ("6h", "a\x1bb", (), "'--reason' holds a character that cannot be printed"),
        (
            "6h",
            "x",
            ("/tiles/k3y5ecret/",),
            "'--only /tiles/k3y5ecret/' is more than words: "
            "the record stays, so it may hold no key",
        ),
        (
            "6h",
            "x",
            ("203.0.113.77",),
            "'--only 203.0.113.77' points to somebody: the record stays, so give at most '/24'",
        ),
        (
            "6h",
            "x",
            ("2001:db8:85a3:1::/64",),
            "'--only 2001:db8:85a3:1::/64' points to somebody: "
            "the record stays, so give at most '/48'",
        ),
    ],
)
def test_refusals(
    place: Place, lasts: str, reason: str, only: tuple[str, ...], message: str
) -> None:
    """What is wrong is said in one sentence, and nothing has begun."""
    with pytest.raises(Refused) as refusal:
        place.begin(lasts, reason, *only)
    assert str(refusal.value) == message
    assert (place.in_memory(), place.record()) == ([], [])


def test_the_longest(place: Place) -> None:
    """As long as the notice says is not too long."""
    place.begin("7d")
    assert place.record()[0]["until"] == "2026-12-03T12:00:00Z"


def test_an_open_gap(place: Place) -> None:
    """While the notice names no longest time, none is possible."""
    with pytest.raises(Refused) as refusal:
        place.begin(settings=replace(WEEK, suspension_days=None))
    assert str(refusal.value) == (
        "the register names no longest time for whole addresses: "
        "give 'retention.abuse_logs' in processing.toml a period and release again"
    )


def test_no_folder(place: Place) -> None:
    """Without a collector's folder there is nothing to suspend."""
    place.run.rmdir()
    with pytest.raises(Refused) as refusal:
        place.begin()
    assert str(refusal.value) == f"there is no folder '{place.run}': start the collector first"
    assert place.expire(NOW) is False


def test_no_link_is_followed(place: Place, tmp_path: Path) -> None:
    """Somebody who can write in the folder cannot send the addresses elsewhere."""
    elsewhere = tmp_path / "elsewhere"
    place.begin()
    (place.run / unmask.LINES).symlink_to(elsewhere)
    with pytest.raises(OSError, match=unmask.LINES):
        place.write(NOW)
    assert not elsewhere.exists()
