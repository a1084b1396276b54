"""Begins, keeps and ends a suspension (`logs.suspension`).

All of it lies in the folder of the sockets, which is memory (`/run`): no disk and no backup ever
holds a whole address, and a machine that goes off forgets. What stays, in the folder of the logs,
is the record: when, why, for how long, and when the addresses were removed, without personal data.

A suspension ends with its time, by whichever clock says so first, with `unmask --end`, or with the
machine. The collector looks before every line and at every round; the sweep does, too.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from logs import store
from logs.requests import moment
from logs.settings import Refused
from logs.suspension import Suspension, asked, check

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from logs.clock import Moment
    from logs.requests import Request
    from logs.settings import Settings

STATE = "unmask.json"
LINES = "unmasked.log"
RECORD = "suspensions.log"
PRIVATE = 0o600
MOST_BYTES = 64 * 1024 * 1024  # it is memory

OVER = "its time was over"
EVALUATED = "the evaluation was over"
STARTED = "the machine started anew"
GONE = "nothing was left of it"
UNREADABLE = "its state could not be read"


def begin(  # noqa: PLR0913 - it is asked for with that many words
    directory: Path,
    run: Path,
    settings: Settings,
    now: Moment,
    lasts: str,
    reason: str,
    only: tuple[str, ...] = (),
) -> Suspension:
    """Begin one, and record it first; raise `Refused` where one runs or anything is wrong."""
    begun = asked(lasts, reason, only, settings, now)
    store.require(directory, run)
    expire(directory, run, now)
    with store.locked(run):
        if running := _read(run):
            raise Refused(
                f"a suspension runs until {moment(running.until)}: "
                "end it with `unmask --end` before you begin another"
            )
        entry = {"until": moment(begun.until), "for": lasts, "reason": begun.reason}
        _record(directory, "begun", now, entry | {"only": list(only)})
        half = run / f"{STATE}.part"
        half.unlink(missing_ok=True)
        store.append_to(half, json.dumps(asdict(begun)).encode(), PRIVATE)
        half.rename(run / STATE)
    return begun


def write(run: Path, now: Moment, request: Request, line: Callable[[], str]) -> None:
    """Write the line with the whole address, if a suspension runs that is for this request."""
    if not (run / STATE).exists():
        return
    with store.locked(run, shared=True):
        running, lines = _read(run), run / LINES
        if running and running.runs(now) and running.covers(request):
            data = f"{line()}\n".encode()
            if not lines.exists() or lines.stat().st_size + len(data) <= MOST_BYTES:
                store.append_to(lines, data, PRIVATE)


def current(run: Path, now: Moment) -> Suspension | None:
    """Give the suspension that runs."""
    found = _read(run)
    return found if found and found.runs(now) else None


def is_over(run: Path, now: Moment) -> bool:
    """Tell whether one lies there that no longer runs."""
    return (run / STATE).exists() and current(run, now) is None


def expire(directory: Path, run: Path, now: Moment) -> bool:
    """Remove what has ended or cannot be read, and record it; tell whether there was anything."""
    if not run.is_dir():
        return _settle(directory, now)
    with store.locked(run):
        found = _read(run)
        if found and found.runs(now):
            return False
        if not any((run / name).exists() for name in (STATE, LINES)):
            return _settle(directory, now)
        if found:
            _remove(directory, run, now, OVER if found.boot == now.boot else STARTED)
        else:
            _remove(directory, run, now, UNREADABLE)
        return True


def end(directory: Path, run: Path, now: Moment) -> None:
    """End one after the evaluation; raise `Refused` where none runs."""
    expire(directory, run, now)
    with store.locked(run):
        if not _read(run):
            raise Refused("no suspension runs")
        _remove(directory, run, now, EVALUATED)


def _remove(directory: Path, run: Path, now: Moment, why: str) -> None:
    """Remove the addresses first, then say so: a crash between the two repeats the second."""
    for name in (LINES, STATE, f"{STATE}.part"):
        (run / name).unlink(missing_ok=True)
    _record(directory, "removed", now, {"why": why})


def _settle(directory: Path, now: Moment) -> bool:
    """Record the end of one that went with the machine."""
    if _last_event(directory) != "begun":
        return False
    _record(directory, "removed", now, {"why": GONE})
    return True


def _record(directory: Path, event: str, now: Moment, more: dict[str, Any]) -> None:
    entry = {"event": event, "time": moment(now.wall)} | more
    store.append_to(directory / RECORD, f"{json.dumps(entry, ensure_ascii=False)}\n".encode())


def _last_event(directory: Path) -> str:
    try:
        *_, last = (directory / RECORD).read_text(encoding="utf-8").splitlines()
        return str(json.loads(last)["event"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return ""


def _read(run: Path) -> Suspension | None:
    """Read the state; None where there is none that makes sense."""
    try:
        entry = json.loads((run / STATE).read_text(encoding="utf-8"))
        found = Suspension(
            begun=float(entry["begun"]),
            until=float(entry["until"]),
            up_until=float(entry["up_until"]),
            boot=str(entry["boot"]),
            reason=str(entry["reason"]),
            only=tuple(map(str, entry["only"])),
        )
        check(found)
    except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None
    return found
