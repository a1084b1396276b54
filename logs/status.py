"""What goes on, in sentences: the period, the oldest day, the collector, a suspension."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from logs import dates, retention, unmask
from logs.collect import COUNTS
from logs.requests import moment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from logs.clock import Moment
    from logs.settings import Settings

HOUR = 3600


def status(directory: Path, run: Path, settings: Settings, now: Moment) -> Iterator[str]:
    """Give the sentences."""
    worst = retention.worst_case(settings.days)
    yield (
        f"Lines stay {retention.kept_days(settings.days)} days; at the very worst "
        f"{worst // retention.DAY} days and {worst % retention.DAY // HOUR} hours "
        f"of the {settings.days} days that the notice names."
    )
    yield (
        f"Of an address {settings.keep.ipv4} bits of IPv4 "
        f"and {settings.keep.ipv6} bits of IPv6 are written."
    )
    days = [found[0] for path in directory.rglob("*") if (found := dates.of_name(path.name))]
    yield f"The oldest day is {min(days)}, of {len(days)} files." if days else "There is no file."
    yield _counts(run)
    running = unmask.current(run, now)
    if running is None:
        yield "No suspension runs: every address is cut."
        return
    of = f" of {', '.join(running.only)}" if running.only else ""
    yield (
        f"A suspension runs until {moment(running.until)}: whole addresses{of} "
        f"are in '{run / unmask.LINES}' ({running.reason})."
    )


def _counts(run: Path) -> str:
    try:
        counts = json.loads((run / COUNTS).read_text(encoding="ascii"))
        return (
            f"The collector has written {counts['written']} lines; {counts['unread']} were in no "
            f"known shape, {counts['too_old']} too old, {counts['crowded']} too many at once, "
            f"{counts['lost']} lost to the disk."
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return f"No collector has left its counts in '{run}'."
