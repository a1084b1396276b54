"""`logs.sweep`: what is too old goes, whatever it is called and whoever changed the clock."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import os
from typing import TYPE_CHECKING

import pytest

from logs.addresses import Prefixes
from logs.clock import Moment
from logs.retention import DAY
from logs.settings import Settings
from logs.store import append
from logs.sweep import Swept, sweep

if TYPE_CHECKING:
    from pathlib import Path

#: 2026-11-26T12:00:00Z: a file of 2026-08-29 is over since midnight, one of 08-30 is not.
NOON = 1_795_694_400.0
NOW = Moment(NOON, 5000.0, "one")
NINETY = Settings(90, Prefixes(24, 48))
NOTHING = Swept((), (), (), ())


def swept(directory: Path, now: Moment = NOW) -> Swept:
    """Sweep with the period of the register."""
    return sweep(directory, NINETY, now)


def visible(directory: Path) -> list[str]:
    """The files that hold lines."""
    return sorted(
        str(path.relative_to(directory))
        for path in directory.rglob("*")
        if not path.name.startswith(".")
    )


@pytest.mark.parametrize(
    "name",
    [
        "access-2026-08-29.log",
        "error-2026-08-29.log",
        "access-2026-08-29.1.log.gz",
        "access-2026-08-29.1.closed",
        "access-2026-08-29.1.log.gz.part",
        "access-2026-08-29.log.bak",
        "copy of access-2026-08-29.log",
        "access.log-20260829",
        "access.log-20260829.gz",
        "2019-01-01.tar",
    ],
)
def test_names(tmp_path: Path, name: str) -> None:
    """The day in a name counts, however the rest is spelt; a new mtime makes nothing younger."""
    (tmp_path / name).write_text("new\n")
    assert swept(tmp_path) == Swept((name,), (), (), ())
    assert visible(tmp_path) == []


def test_a_day_that_may_stay(tmp_path: Path) -> None:
    """The day after stays, old mtime or not, and is compressed."""
    path = tmp_path / "access-2026-08-30.log"
    path.write_text("line\n")
    os.utime(path, (0, 0))
    assert swept(tmp_path) == Swept((), ("access-2026-08-30.1.log.gz",), (), ())
    assert gzip.decompress((tmp_path / "access-2026-08-30.1.log.gz").read_bytes()) == b"line\n"
    assert visible(tmp_path) == ["access-2026-08-30.1.log.gz"]


LINES = {
    "of ours": b'{"time":"2026-08-29T10:00:00Z"}\n{"time":"2026-11-26T10:00:00Z"}\n',
    "of nginx": b"nothing\n2026/08/29 10:00:00 [error]\n",
    "of the common format": b'203.0.113.0 - - [29/Aug/2026:10:00:00 +0000] "GET /"\n',
}


@pytest.mark.parametrize("lines", LINES.values(), ids=LINES)
@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress])
def test_lines(tmp_path: Path, lines: bytes, pack: object) -> None:
    """Where a name holds no day, the oldest day in the lines counts, compressed or not."""
    assert callable(pack)
    suffix = {gzip.compress: ".gz", bz2.compress: ".bz2", lzma.compress: ".xz"}.get(pack, "")
    (tmp_path / f"access.log{suffix}").write_bytes(pack(lines))
    assert swept(tmp_path) == Swept((f"access.log{suffix}",), (), (), ())


def test_unknown(tmp_path: Path) -> None:
    """A file whose age nothing tells is named, and goes when it has been seen for 89 days."""
    (tmp_path / "notes").write_text("no day\n")
    (tmp_path / "broken.gz").write_bytes(b"\x1f\x8b\x08broken")
    (tmp_path / "damaged.gz").write_bytes(gzip.compress(b"no day\n")[:10] + b"\xff" * 20)
    (tmp_path / "link").symlink_to("/nowhere")
    os.mkfifo(tmp_path / "pipe")
    names = ("broken.gz", "damaged.gz", "link", "notes", "pipe")
    assert swept(tmp_path) == Swept((), (), names, ())
    later = Moment(NOON + 89 * DAY, 5000.0 + 89 * DAY, "one")
    assert swept(tmp_path, later) == Swept(names, (), (), ())


def test_below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files in folders below are found, by a relative path of the folder, too."""
    (tmp_path / "old" / "er").mkdir(parents=True)
    (tmp_path / "old" / "er" / "access-2026-08-29.log").write_text("x\n")
    (tmp_path / "old" / "access-2026-11-01.log").write_text("x\n")
    monkeypatch.chdir(tmp_path.parent)
    assert swept(tmp_path.relative_to(tmp_path.parent)) == Swept(
        ("old/er/access-2026-08-29.log",), (), (), ()
    )


def test_one_that_cannot_be_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named, and the others go."""
    for name in ("access-2026-08-28.log", "access-2026-08-29.log"):
        (tmp_path / name).write_text("x\n")
    unlink = type(tmp_path).unlink

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if path.name == "access-2026-08-28.log":
            raise PermissionError(path)
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(type(tmp_path), "unlink", refuse)
    assert swept(tmp_path) == Swept(
        removed=("access-2026-08-29.log",),
        compressed=("access-2026-08-28.1.log.gz",),
        unknown=(),
        failed=("access-2026-08-28.log",),
    )


def test_the_record_stays(tmp_path: Path) -> None:
    """What holds no line of a visitor is no log, old as it may be."""
    (tmp_path / "suspensions.log").write_text('{"event":"begun","time":"2019-01-01T00:00:00Z"}\n')
    (tmp_path / ".ages.json.part").write_text("half")
    assert swept(tmp_path) == NOTHING


class TestCompression:
    """Days that ended are compressed, and no line is lost or doubled on the way."""

    def test_today_is_left(self, tmp_path: Path) -> None:
        """Today's file is open, and yesterday's until ten minutes past midnight."""
        for day in ("25", "26"):
            (tmp_path / f"access-2026-11-{day}.log").write_text("x\n")
        midnight = NOON - DAY / 2
        assert swept(tmp_path, Moment(midnight + 599, 0, "one")) == NOTHING
        assert swept(tmp_path, Moment(midnight + 600, 1, "one")) == Swept(
            (), ("access-2026-11-25.1.log.gz",), (), ()
        )

    def test_late_lines(self, tmp_path: Path) -> None:
        """A line that comes late begins another file of its day."""
        for line in ("one", "two"):
            append(tmp_path, [("access-2026-11-25.log", line)])
            swept(tmp_path)
        names = ["access-2026-11-25.1.log.gz", "access-2026-11-25.2.log.gz"]
        assert visible(tmp_path) == names
        packed = [gzip.decompress((tmp_path / name).read_bytes()) for name in names]
        assert packed == [b"one\n", b"two\n"]

    @pytest.mark.parametrize(
        "left",
        [
            {"access-2026-11-25.1.closed": "x\n"},
            {"access-2026-11-25.1.closed": "x\n", "access-2026-11-25.1.log.gz.part": "half"},
            {"access-2026-11-25.1.closed": "x\n", "access-2026-11-25.1.log.gz": None},
        ],
        ids=["before", "during", "after"],
    )
    def test_a_crash(self, tmp_path: Path, left: dict[str, str | None]) -> None:
        """Whenever a sweep was killed, the next one ends with the lines once."""
        for name, text in left.items():
            data = gzip.compress(b"x\n") if text is None else text.encode()
            (tmp_path / name).write_bytes(data)
        swept(tmp_path)
        assert visible(tmp_path) == ["access-2026-11-25.1.log.gz"]
        packed = (tmp_path / "access-2026-11-25.1.log.gz").read_bytes()
        assert gzip.decompress(packed) == b"x\n"

    def test_no_time_inside(self, tmp_path: Path) -> None:
        """The compressed file holds neither the time nor the name of what it was made of."""
        (tmp_path / "access-2026-11-25.log").write_text("x\n")
        swept(tmp_path)
        header = (tmp_path / "access-2026-11-25.1.log.gz").read_bytes()[:10]
        assert (header[3], header[4:8]) == (0, b"\0\0\0\0")


class TestClock:
    """A clock that is wrong keeps nothing longer."""

    def test_set_back(self, tmp_path: Path) -> None:
        """Set back by a year, the other clock counts the days, and the lines go in time."""
        (tmp_path / "access-2026-11-26.1.log.gz").write_bytes(b"x")
        swept(tmp_path)
        back = NOON - 365 * DAY
        for days, gone in ((88.9, ()), (0.1, ("access-2026-11-26.1.log.gz",))):
            before = json.loads((tmp_path / ".ages.json").read_text())["at"]["up"]
            up = before + days * DAY
            assert swept(tmp_path, Moment(back + up, up, "one")).removed == gone

    def test_set_ahead_for_a_while(self, tmp_path: Path) -> None:
        """A file from a day that has not come goes when it was seen for 89 days."""
        (tmp_path / "access-2027-11-26.1.log.gz").write_bytes(b"x")
        swept(tmp_path)
        assert swept(tmp_path, Moment(NOON + 88 * DAY, 5000, "two")) == NOTHING
        assert swept(tmp_path, Moment(NOON + 89 * DAY, 5000, "three")).removed == (
            "access-2027-11-26.1.log.gz",
        )

    @pytest.mark.parametrize(
        "state",
        [
            *("", "{", "[]", '{"at": {}, "seconds": {"a": "b"}}'),
            '{"at": {"wall": "now", "up": 1, "boot": "one"}, "seconds": {}}',
            f'{{"at": {{}}, "seconds": {{"a": 1{"0" * 400}}}}}',
            pytest.param("[" * 100_000, id="brackets"),
        ],
    )
    def test_a_lost_count(self, tmp_path: Path, state: str) -> None:
        """Without a count the days in the names judge alone."""
        (tmp_path / ".ages.json").write_text(state)
        (tmp_path / "access-2026-08-29.log").write_text("x\n")
        assert swept(tmp_path).removed == ("access-2026-08-29.log",)
