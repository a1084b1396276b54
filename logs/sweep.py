"""Removes what is too old and compresses the days that ended; it needs no collector and no server.

Two judgements, each enough to remove a file: the day in its name or lines, and a count of the time
that has passed since a sweep first saw it. The second one does not believe a clock that was set
back. A clock set far ahead removes too much rather than too little.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from logs import dates, retention, store
from logs.clock import Moment, passed
from logs.unmask import RECORD

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from logs.settings import Settings

AGES = ".ages.json"
SWEEPING = ".sweeping"
OURS = frozenset((AGES, f"{AGES}.part", SWEEPING, store.LOCK, RECORD))
#: A day is compressed when it has been over for so long: nothing waits in a socket any more.
REST = 600
#: A file of a day, the same one when no line is added any more, and the last of what became of it.
OPEN = re.compile(r"((?:access|error)-\d{4}-\d\d-\d\d)\.log")
CLOSED = re.compile(r"((?:access|error)-\d{4}-\d\d-\d\d\.\d+)\.closed")
HALF = re.compile(r"((?:access|error)-\d{4}-\d\d-\d\d\.\d+)\.log\.gz\.part")


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep did, as paths below the folder.

    `unknown` are files whose age nothing tells, `failed` those that could not be removed.
    """

    removed: tuple[str, ...]
    compressed: tuple[str, ...]
    unknown: tuple[str, ...]
    failed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ages:
    """For how long each file has been seen, in seconds, and when that was last added up."""

    at: Moment | None
    seconds: dict[str, float]


def sweep(directory: Path, settings: Settings, now: Moment) -> Swept:
    """Remove every file with a line that may be older than its days; compress the rest."""
    with store.locked(directory, SWEEPING):
        return _sweep(directory, settings, now)


def _sweep(directory: Path, settings: Settings, now: Moment) -> Swept:
    removed: list[str] = []
    unknown: list[str] = []
    failed: list[str] = []
    before = _read_ages(directory)
    added = passed(before.at, now) if before.at else 0.0
    ages: dict[str, float] = {}
    with store.locked(directory):
        for path in _files(directory):
            name = str(path.relative_to(directory))
            key, day = _dated(path, name)
            age = before.seconds.get(key, 0.0) + added
            if _is_over(day, age, settings, now):
                (removed if _unlink(path) else failed).append(name)
                continue
            ages[key] = age
            if day is None:
                unknown.append(name)
        closed = list(_close(directory, now))
        _write_ages(directory, Ages(now, ages))
    compressed = [_compress(path) for path in closed]
    return Swept(tuple(removed), tuple(compressed), tuple(unknown), tuple(failed))


def _dated(path: Path, name: str) -> tuple[str, dt.date | None]:
    """Give what its age is counted under, and its day; all files of a kind and day are one."""
    if dated := dates.of_name(path.name):
        return name.removesuffix(path.name) + dated[1], dated[0]
    return name, dates.oldest_line(path) if path.is_file() else None


def _unlink(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True


def _is_over(day: dt.date | None, age: float, settings: Settings, now: Moment) -> bool:
    if age >= retention.kept_days(settings.days) * retention.DAY:
        return True
    return day is not None and retention.is_over(day, now.wall, settings.days)


def _files(directory: Path) -> Iterator[Path]:
    """Give every file and link below a folder but those of ours that hold no line of a visitor."""
    for folder, _, names in os.walk(directory):
        for name in sorted(names):
            path = Path(folder, name)
            if path.parent != directory or name not in OURS:
                yield path


def _close(directory: Path, now: Moment) -> Iterator[Path]:
    """Give the files of ended days, renamed so that a late line begins another file."""
    for path in sorted(directory.iterdir()):
        if HALF.fullmatch(path.name):
            path.unlink()
        elif CLOSED.fullmatch(path.name):
            yield path
        elif found := OPEN.fullmatch(path.name):
            dated = dates.of_name(path.name)
            if dated and now.wall >= retention.midnight(dated[0]) + retention.DAY + REST:
                yield path.rename(_free(directory, found[1]))


def _free(directory: Path, stem: str) -> Path:
    """Give the first number that no file of that day has."""
    number = 1
    while any(directory.glob(f"{stem}.{number}.*")):
        number += 1
    return directory / f"{stem}.{number}.closed"


def _compress(path: Path) -> str:
    """Make `access-2026-11-26.1.log.gz` whole, then remove what it was made of."""
    target = path.with_suffix(".log.gz")
    half = target.with_suffix(".gz.part")
    with path.open("rb") as source, half.open("wb") as raw:
        os.fchmod(raw.fileno(), 0o640)
        with gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as packed:
            shutil.copyfileobj(source, packed)
        raw.flush()
        os.fsync(raw.fileno())
    half.rename(target)
    path.unlink()
    return target.name


def _read_ages(directory: Path) -> Ages:
    """Read the ages; a file that is lost or broken leaves the dates to judge alone."""
    try:
        entry = json.loads((directory / AGES).read_text(encoding="utf-8"))
        seconds = {str(name): float(age) for name, age in entry["seconds"].items()}
        at = entry["at"]
        return Ages(Moment(float(at["wall"]), float(at["up"]), str(at["boot"])), seconds)
    except (
        *(OSError, ValueError, TypeError, KeyError, AttributeError),
        *(OverflowError, RecursionError),
    ):
        return Ages(None, {})


def _write_ages(directory: Path, ages: Ages) -> None:
    half = directory / f"{AGES}.part"
    half.write_text(json.dumps(asdict(ages)), encoding="utf-8")
    half.replace(directory / AGES)
