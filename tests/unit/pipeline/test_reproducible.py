"""The same sources build the same bytes, whatever the clock, locale, zone, folder and cores."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SOURCES = ("company.toml", "processing.toml", "pelicanconf.py", "content", "theme", "translations")

#: Takes the place of the clock before anything is imported.
CLOCK = """\
import datetime, os, runpy, sys, time
shift = float(os.environ["CLOCK_SHIFT"])
now = time.time
time.time = lambda: now() + shift
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().fromtimestamp(now() + shift, tz)
    today = now
    @classmethod
    def utcnow(cls):
        return super().utcfromtimestamp(now() + shift)
class Day(datetime.date):
    @classmethod
    def today(cls):
        return super().fromtimestamp(now() + shift)
if shift:
    datetime.datetime, datetime.date = Later, Day
if os.environ.get("ONE_CORE"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.cpu_count = lambda: 1
sys.argv = sys.argv[1:]
runpy.run_module("pipeline.build", run_name="__main__", alter_sys=True)
"""


@dataclass(frozen=True)
class Place:
    """Where a build runs: folder names, and what is in the environment."""

    folder: str
    output: str
    environment: dict[str, str] = field(default_factory=dict)


HERE = Place("a", "site", {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"})
ELSEWHERE = Place(
    "another folder/ä",
    "published",
    {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "de_DE.UTF-8",
        "LANG": "de_DE.UTF-8",
        "LANGUAGE": "de",
        "PYTHONHASHSEED": "4711",
        "ONE_CORE": "1",
    },
)


def build(place: Place, base: Path) -> Path:
    """Copy the sources and build them there."""
    folder = base / place.folder
    folder.mkdir(parents=True)
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)
        else:
            shutil.copy(ROOT / name, folder)
    output = folder / place.output
    arguments = ["--output", str(output), "--settings", str(folder / "pelicanconf.py")]
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "CLOCK_SHIFT": "0",
        **place.environment,
    }
    done = subprocess.run(
        [sys.executable, "-c", CLOCK, "-c", *arguments],
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return output


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Build once in one place."""
    return contents(build(HERE, tmp_path_factory.mktemp("here")))


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Name the files that differ, or are on one side only."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def test_elsewhere(here: dict[str, bytes], tmp_path: Path) -> None:
    """Another folder, locale, time zone, hash seed and number of cores change no byte."""
    assert len(here) > 40
    assert differences(here, contents(build(ELSEWHERE, tmp_path))) == []


def test_later(here: dict[str, bytes], tmp_path: Path) -> None:
    """A hundred days later the same commit builds the same bytes."""
    shift = {"CLOCK_SHIFT": str(dt.timedelta(days=100).total_seconds())}
    later = Place("a", "site", {**HERE.environment, **shift})
    assert differences(here, contents(build(later, tmp_path))) == []


def test_matches_the_shared_build(here: dict[str, bytes], built_site: Path) -> None:
    """What all other tests look at is what these sources build."""
    assert differences(here, contents(built_site)) == []


def test_differences_are_seen(here: dict[str, bytes]) -> None:
    """A changed byte, a missing and an additional file are differences."""
    other = {**here, "index.html": here["index.html"] + b"\n", "more": b""}
    del other["robots.txt"]
    assert differences(here, other) == ["index.html", "more", "robots.txt"]
