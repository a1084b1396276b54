"""How each server fares under load and under attack: `python -m benchmarks.servers [SERVER …]`.

Debian's servers with the configuration of a release, on loopback, without privileges, one after the
other. Prints the table of docs/servers.md. Exit codes: 0 nothing leaked, nothing crashed, 1 else,
2 could not measure.
`h2load` (package `nghttp2-client`) gives the requests per second; without it they are left out.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import hostile
from delivery import limits
from pipeline.servers import installed
from preview.server import answering
from tests.servers import small_site
from tests.servers.asking import ask, exchange, read, request
from tests.servers.running import PROGRAMS, Running, running
from tests.servers.small_site import AVIF
from tests.servers.upstream import Account
from tests.servers.words import complete

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

IDLE, SLOW, HOSTILE, SWITCHES, ROUNDS = 10_000, 1_000, 3_000, 100, 20_000
SECRETS = (b"root:x:0:", b"secret")
SPARE = 200  # descriptors for everything else
Row = tuple[str, str]


def answers(server: Running, count: int = 50) -> str:
    """Ask so often for a page; give the median and the worst time."""
    times = []
    for _ in range(count):
        started = time.perf_counter()
        if ask(server.at(), request("GET /de/")).status != HTTPStatus.OK:
            return "not answered"
        times.append((time.perf_counter() - started) * 1000)
    return f"{statistics.median(times):.0f} ms, at worst {max(times):.0f} ms"


def memory(server: Running) -> int:
    """Give the megabytes of the server and of all that it started."""
    family, total = {server.pid}, 0
    for folder in sorted(Path("/proc").glob("[0-9]*"), key=lambda path: int(path.name)):
        with contextlib.suppress(OSError):  # it may have ended meanwhile
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(folder.name) in family or int(fields[1]) in family:
                family.add(int(folder.name))
                total += int(fields[21]) * os.sysconf("SC_PAGE_SIZE")
    return total // 2**20


def crowd(port: int, count: int, begun: bytes) -> list[socket.socket]:
    """Open so many connections and begin a request on each; fewer where no more are to be had."""
    held = []
    with contextlib.suppress(OSError):
        for _ in range(count):
            connection = socket.create_connection(("127.0.0.1", port), timeout=10)
            connection.sendall(begun)
            held.append(connection)
    return held


def until_ended(held: list[socket.socket]) -> str:
    """Wait for the server to end connections; give how many it ended, and the last one's time."""
    started, ended = time.monotonic(), 0
    for connection in held:
        left = started + 4 * limits.IDLE_TIME.value - time.monotonic()
        connection.settimeout(max(left, 0.01))
        with contextlib.suppress(TimeoutError):
            with contextlib.suppress(ConnectionError):
                while connection.recv(65536):
                    pass
            ended += 1
        connection.close()
    return f"{ended:,} of {len(held):,}, the last after {time.monotonic() - started:.0f} s"


def idle(server: Running) -> Iterator[Row]:
    """Hold as many silent connections as the limits of this process allow."""
    before = memory(server)
    held = crowd(server.settings.https_port, min(IDLE, os.sysconf("SC_OPEN_MAX") - SPARE), b"")
    yield "silent connections held", f"{len(held):,}"
    yield "a page meanwhile", answers(server)
    yield "memory before and with them", f"{before} MB, {memory(server)} MB"
    yield "ended by the server", until_ended(held)


def slow(server: Running) -> Iterator[Row]:
    """Begin many requests and never end them."""
    held = crowd(server.settings.http_port, SLOW, b"GET /de/ HTTP/1.1\r\nHost: localhost\r\nX: ")
    yield "a page beside 1,000 slow clients", answers(server)
    yield "slow clients ended by the server", until_ended(held)


def attack(server: Running, account: Account) -> Iterator[Row]:
    """Send what nobody means well with."""
    found: Counter[str] = Counter()
    for raw in hostile.requests(HOSTILE):
        received = exchange(server.at(), raw)
        answer = read(received, head_only=raw.startswith(b"HEAD "))
        found["hung up"] += not received
        found["headless"] += bool(received) and not answer.status
        found["leaked"] += any(word in answer.text for word in SECRETS)
        if answer.status:
            found[str(answer.status)] += 1
            found["bare"] += bool(complete(answer))
    statuses = ", ".join(f"{found[kind]} × {kind}" for kind in sorted(found) if kind.isdigit())
    yield f"{HOSTILE:,} hostile requests", f"{statuses}, {found['hung up']} without an answer"
    yield "answered with a line of text and no head", str(found["headless"])
    yield "of these without the whole table of headers", str(found["bare"])
    yield "leaked", str(found["leaked"])
    bomb = "bytes=" + ",".join("0-" for _ in range(1000))
    sent = exchange(server.at(), request(f"GET {AVIF}", [("Range", bomb)]))
    yield "1,000 ranges of a file of 1,024 bytes", f"{len(read(sent).body):,} bytes"
    account.paths.clear()
    for raw in hostile.SMUGGLED:
        exchange(server.at(), raw.replace(b"\r\n", b"\r\nConnection: close\r\n", 1))
    yield "requests smuggled to the account service", str(account.paths.count("/account/smuggled"))


def load(server: Running) -> Iterator[Row]:
    """Ask as fast as h2load can, and publish meanwhile."""
    tool = shutil.which("h2load")
    if tool is None:
        return
    where = f"{server.settings.canonical}/de/"
    for name, options in (("HTTP/1.1", ["--h1"]), ("HTTP/2", ["-m10"])):
        said = _h2load(tool, ROUNDS, *options, where)
        rate = re.search(r"([\d.]+) req/s", said)
        yield f"pages per second, {name}", f"{float(rate[1]):,.0f}" if rate else "–"
    releases = server.prefix / "srv/firstparty/releases"
    shutil.copytree(releases / "first", releases / "second", symlinks=True)
    done = threading.Event()
    switching = threading.Thread(target=_switch, args=(server, done))
    switching.start()
    said = _h2load(tool, ROUNDS, "-m10", where)
    done.set()
    switching.join()
    counts = re.search(r"status codes: (.*)", said)
    yield f"while {SWITCHES} releases and more are switched in", counts[1] if counts else "–"


def _h2load(tool: str, count: int, *options: str) -> str:
    command = [tool, f"-n{count}", "-c20", "-t1", "-H", "Accept-Encoding: br", *options]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def _switch(server: Running, done: threading.Event) -> None:
    current = server.prefix / "srv/firstparty/current"
    turn = 0
    while turn < SWITCHES or not done.is_set():
        new = current.with_name("new")
        new.symlink_to(f"releases/{('first', 'second')[turn % 2]}")
        new.replace(current)
        turn += 1
        done.wait(0.01)


def measure(name: str) -> dict[str, str]:
    """Give the figures of a server."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(_folder()))
        account = Account(folder)
        port = stack.enter_context(answering(account)).port
        server = stack.enter_context(running(name, account=f"127.0.0.1:{port}"))
        tasks: tuple[Callable[[], Iterator[Row]], ...] = (
            lambda: load(server),
            lambda: attack(server, account),
            lambda: slow(server),
            lambda: idle(server),
        )
        rows = {key: value for task in tasks for key, value in task()}
        alive = server.alive and answers(server, 5) != "not answered"
        return {**rows, "alive in the end": "yes" if alive else "no"}


@contextlib.contextmanager
def _folder() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        small_site.write(Path(folder))
        yield folder


def _server(name: str) -> str:
    if name not in PROGRAMS:
        raise argparse.ArgumentTypeError(
            f"there is no server '{name}'; known are {', '.join(PROGRAMS)}"
        )
    return name


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.servers", description=__doc__)
    parser.add_argument(
        "servers", nargs="*", type=_server, default=list(PROGRAMS), metavar="SERVER"
    )
    options = parser.parse_args(arguments)
    found = {}
    if not any(map(installed, options.servers)):
        parser.error(f"not installed: {', '.join(options.servers)}; see docs/servers.md")
    for name in filter(installed, options.servers):
        print(f"{name} …", file=sys.stderr, flush=True)
        found[name] = measure(name)
    print(f"| | {' | '.join(found)} |\n| --- |{' --- |' * len(found)}")
    for row in next(iter(found.values()), {}):
        print(f"| {row} | {' | '.join(rows.get(row, '–') for rows in found.values())} |")
    good = [
        rows["leaked"] == rows["requests smuggled to the account service"] == "0"
        and rows["alive in the end"] == "yes"
        for rows in found.values()
    ]
    return 0 if good and all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
