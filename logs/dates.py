"""From which day a file is: by its name, else by the oldest date in its lines; never by its mtime.

A copy, a restored backup or a compressed file has a new mtime and old lines.
"""

from __future__ import annotations

import bz2
import datetime as dt
import gzip
import lzma
import re
import zlib
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

#: In names: ours, and what logrotate appends (`dateext`).
IN_NAME = re.compile(r"(?<!\d)(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
#: In lines: RFC 3339, nginx's error log, the common log format.
IN_LINE = re.compile(
    r"(?<!\d)(\d{4})([-/])(\d\d)\2(\d\d)[T ]|(?<!\d)(\d\d)/([A-Z][a-z]{2})/(\d{4}):"
)
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905
UNPACKED: dict[str, Callable[[IO[bytes]], Iterable[bytes]]] = {
    ".gz": lambda raw: gzip.GzipFile(fileobj=raw),
    ".bz2": bz2.BZ2File,
    ".xz": lzma.LZMAFile,
}


def of_name(name: str) -> tuple[dt.date, str] | None:
    """Give the day in a name, and the name up to it; None where there is none."""
    for found in IN_NAME.finditer(name):
        if day := _day(*found.groups()):
            return day, name[: found.end()]
    return None


def oldest_line(path: Path) -> dt.date | None:
    """Give the oldest day that the lines of a file name; None where none does."""
    try:
        return min(_days(path), default=None)
    except (OSError, EOFError, lzma.LZMAError, zlib.error):
        return None


def _days(path: Path) -> Iterator[dt.date]:
    with path.open("rb") as raw:
        for line in UNPACKED[path.suffix](raw) if path.suffix in UNPACKED else raw:
            if found := IN_LINE.search(line.decode("utf-8", "replace")):
                year, _, month, day, other_day, name, other_year = found.groups()
                if name in MONTHS:
                    year, month, day = other_year, str(MONTHS.index(name) + 1), other_day
                if date := _day(year, month, day):
                    yield date


def _day(year: str | None, month: str | None, day: str | None) -> dt.date | None:
    try:
        return dt.date(int(year or 0), int(month or 0), int(day or 0))
    except ValueError:
        return None
