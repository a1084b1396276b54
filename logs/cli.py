"""The command line of `logs.pyz`; every refusal is one sentence, and exit code 2."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from logs import formats, intake, pipe, settings, store, unmask
from logs.clock import now
from logs.collect import Place, collect
from logs.requests import moment
from logs.settings import Refused
from logs.status import status
from logs.sweep import sweep

if TYPE_CHECKING:
    from collections.abc import Sequence

CLEAN, LEFT, REFUSED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 1 says that a sweep left files that a person must see to."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.command(options)
    except Refused as refusal:
        print(f"logs: {refusal}", file=sys.stderr)
        return REFUSED
    except OSError as error:
        where = f" '{error.filename}'" if error.filename else ""
        print(f"logs: cannot go on{where}: {error.strerror or error}", file=sys.stderr)
        return REFUSED
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="logs", description="Logs that forget.")
    commands = parser.add_subparsers(required=True, metavar="command")
    places = argparse.ArgumentParser(add_help=False)
    places.add_argument("--config", type=Path, default=Path(settings.CONFIGURATION))
    places.add_argument("--directory", type=Path, default=Path(formats.DIRECTORY))
    places.add_argument("--run", type=Path, default=Path(formats.SOCKET).parent)
    for name, command, words in (
        ("collect", _collect, "write what the servers send"),
        ("sweep", _sweep, "remove what is too old, compress the days that ended"),
        ("unmask", _unmask, "write whole addresses for some time, or end that"),
        ("status", _status, "say what goes on"),
    ):
        added = commands.add_parser(name, parents=[places], help=words, description=words)
        added.set_defaults(command=command)
    collecting, unmasking = commands.choices["collect"], commands.choices["unmask"]
    collecting.add_argument("--socket", type=Path, help=f"default: {formats.SOCKET}")
    collecting.add_argument("--stream", type=Path, help=f"default: {formats.STREAM}")
    unmasking.add_argument("--for", dest="lasts", metavar="TIME", help="like 30m, 6h or 2d")
    unmasking.add_argument("--reason", default="", help="why; it stays in the record")
    unmasking.add_argument("--only", action="append", default=[], help="a network or a path")
    unmasking.add_argument("--end", action="store_true", help="the evaluation is over")
    piping = commands.add_parser("pipe", help="send standard input to the collector")
    piping.add_argument("kind", choices=("access", "error"))
    piping.add_argument("--socket", default=formats.SOCKET)
    piping.set_defaults(command=_pipe)
    return parser


def _collect(options: argparse.Namespace) -> int:
    read = settings.load(options.config)
    listening = intake.inherited()
    if not listening:
        run = options.run
        options.directory.mkdir(parents=True, exist_ok=True)
        run.mkdir(parents=True, exist_ok=True)
        for path, kind in (
            (options.socket or run / Path(formats.SOCKET).name, socket.SOCK_DGRAM),
            (options.stream or run / Path(formats.STREAM).name, socket.SOCK_STREAM),
        ):
            listening.append(intake.listen(path, kind))
    stop, stopping = socket.socketpair()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.send(b"."))
    collect(read, Place(options.directory, options.run), listening, stop)
    return CLEAN


def _pipe(options: argparse.Namespace) -> int:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Apache closes the pipe when it ends
    pipe.forward(sys.stdin.buffer, options.kind, options.socket)
    return CLEAN


def _sweep(options: argparse.Namespace) -> int:
    at = now()
    unmask.expire(options.directory, options.run, at)
    done = sweep(options.directory, settings.load(options.config), at)
    for name in map(_shown, done.removed):
        print(f"removed {name}")
    for name in map(_shown, done.compressed):
        print(f"compressed into {name}")
    for name in map(_shown, done.unknown):
        print(f"logs: nothing tells how old '{name}' is: remove it by hand", file=sys.stderr)
    for name in map(_shown, done.failed):
        print(
            f"logs: '{name}' is too old and cannot be removed: remove it by hand", file=sys.stderr
        )
    return LEFT if done.unknown or done.failed else CLEAN


def _shown(name: str) -> str:
    """Give a file name on one line: what cannot be printed as Python would write it."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii")
        for sign in name
    )


def _unmask(options: argparse.Namespace) -> int:
    if options.end:
        if options.lasts or options.reason or options.only:
            raise Refused("'--end' goes with no other option of a suspension")
        unmask.end(options.directory, options.run, now())
        print("Ended: the whole addresses are removed, and the record says so.")
        return CLEAN
    if not options.lasts:
        raise Refused("say for how long with '--for', like '--for 6h', or '--end'")
    begun = unmask.begin(
        options.directory,
        options.run,
        settings.load(options.config),
        now(),
        options.lasts,
        options.reason,
        tuple(options.only),
    )
    print(
        f"Whole addresses are in '{options.run / unmask.LINES}' until {moment(begun.until)}; "
        "then they are removed. `unmask --end` removes them earlier."
    )
    return CLEAN


def _status(options: argparse.Namespace) -> int:
    store.require(options.directory, options.run)
    for sentence in status(options.directory, options.run, settings.load(options.config), now()):
        print(sentence)
    return CLEAN


def program() -> None:
    """Run the command line; what it makes is for its user and group alone."""
    os.umask(0o027)
    sys.exit(main())
