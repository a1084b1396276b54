"""The collector: from the sockets, over what may be written, into the files of the day."""

from __future__ import annotations

import functools
import json
import sys
import threading
from dataclasses import asdict, dataclass
from queue import Empty
from typing import TYPE_CHECKING

from logs import errors, intake, requests, retention, store, unmask
from logs.clock import now
from logs.settings import Refused
from logs.sweep import sweep

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from logs.clock import Moment
    from logs.settings import Settings

COUNTS = "collector.json"
ROUND = 30.0  # seconds between two looks at what has ended, while nobody sends anything
SWITCH = 0.0005  # seconds; the kernel may hold as few as ten datagrams until the next turn
MOST_AT_ONCE = 500


@dataclass(slots=True)
class Counts:
    """What became of the lines since the start; no word of theirs is in it."""

    written: int = 0
    unread: int = 0  # in no known shape
    too_old: int = 0
    crowded: int = 0  # came faster than they could be written
    lost: int = 0  # the disk took none


@dataclass(frozen=True, slots=True)
class Place:
    """Where lines go: the folder of the logs, and that of the sockets, which is memory."""

    directory: Path
    run: Path


def collect(
    settings: Settings,
    place: Place,
    listening: Iterable[socket.socket],
    stop: socket.socket,
    clock: Callable[[], Moment] = now,
) -> Counts:
    """Write what comes until something comes from `stop`, and then what has come before."""
    counts, taken = Counts(), intake.Intake()
    sys.setswitchinterval(SWITCH)
    threading.Thread(target=intake.pour, args=(listening, stop, taken), daemon=True).start()
    looked = swept = float("-inf")
    goes_on = True
    while goes_on:
        at = clock()
        if at.up - swept >= retention.SWEEP_EVERY:
            threading.Thread(target=_sweep, args=(place, settings, at), daemon=True).start()
            swept = at.up
        if at.up - looked >= ROUND or unmask.is_over(place.run, at):
            _look(place, counts, at)
            looked = at.up
        messages, goes_on = _some(taken, _wait(place, at))
        keep(messages, settings, place, clock, counts)
        counts.crowded = taken.crowded
    _look(place, counts, clock())
    return counts


def _some(taken: intake.Intake, wait: float) -> tuple[list[intake.Message], bool]:
    """Give the messages that wait, and whether more may come."""
    messages: list[intake.Message] = []
    try:
        message = taken.waiting.get(timeout=max(wait, 0.0))
        while message and len(messages) < MOST_AT_ONCE:
            messages.append(message)
            message = taken.waiting.get_nowait()
    except Empty:
        return messages, True
    else:
        if message:
            messages.append(message)
        return messages, message is not None


def keep(
    messages: Iterable[intake.Message],
    settings: Settings,
    place: Place,
    clock: Callable[[], Moment],
    counts: Counts,
) -> None:
    """Write messages, each into the file of its kind and day."""
    lines: list[tuple[str, str]] = []
    for message in messages:
        line = _line(message, settings, place.run, clock(), counts)
        lines += [line] if line else []
    if not lines:
        return
    try:
        store.append(place.directory, lines)
        counts.written += len(lines)
    except OSError:
        counts.lost += len(lines)


def _line(
    message: intake.Message, settings: Settings, run: Path, at: Moment, counts: Counts
) -> tuple[str, str] | None:
    """Give the file and the line of a message; None for one that is not written."""
    request = requests.read(message.text) if message.kind != "error" else None
    if request is None and message.kind == "access":
        counts.unread += 1
        return None
    trouble = errors.read(message.text) if request is None else None
    told = request.time if request else trouble.time if trouble else None
    wall = told if told is not None and 0 < told <= at.wall else at.wall
    if at.wall - wall >= retention.kept_days(settings.days) * retention.DAY:
        counts.too_old += 1
        return None
    if request:
        cut = functools.partial(requests.line, request, wall, settings.keep)
        try:
            unmask.write(run, at, request, functools.partial(cut, whole=True))
        except OSError:
            counts.lost += 1
        return store.name_for("access", wall), cut()
    return (store.name_for("error", wall), errors.line(trouble, wall)) if trouble else None


def _wait(place: Place, at: Moment) -> float:
    """How long to wait for a message: not beyond the end of a suspension."""
    running = unmask.current(place.run, at)
    if running is None:
        return ROUND
    return min(ROUND, running.up_until - at.up, running.until - at.wall)


def _look(place: Place, counts: Counts, at: Moment) -> None:
    """End a suspension that is over, and leave the counts where `status` finds them."""
    try:
        unmask.expire(place.directory, place.run, at)
        half = place.run / f"{COUNTS}.part"
        half.write_text(json.dumps(asdict(counts)), encoding="ascii")
        half.replace(place.run / COUNTS)
    except OSError as error:
        print(f"logs: cannot look after '{place.run}': {error.strerror}", file=sys.stderr)


def _sweep(place: Place, settings: Settings, at: Moment) -> None:
    try:
        sweep(place.directory, settings, at)
    except (OSError, Refused) as error:
        print(f"logs: the sweep failed: {error}", file=sys.stderr)
