"""Slow clients: all servers at once, because each takes its time."""

from __future__ import annotations

import contextlib
import threading
import time

import pytest

from delivery import limits
from pipeline.servers import installed
from tests.servers.asking import ask, read, request
from tests.servers.differences import DIFFERENCES
from tests.servers.matrix import SLOW, Case
from tests.servers.running import PROGRAMS, Running, running
from tests.servers.words import words


def dawdle(server: Running, case: Case, found: dict[tuple[str, str], tuple[str, float]]) -> None:
    """Begin a request, say nothing more, and note what came and after how long."""
    started = time.monotonic()
    with server.at().connect() as connection:
        connection.sendall(case.raw)
        received = b""
        with contextlib.suppress(OSError):
            while part := connection.recv(65536):
                received += part
    answer = words(read(received), server.settings.canonical)
    found[case.name, server.name] = (answer, time.monotonic() - started)


def test_slow_clients(preview: int) -> None:
    """A request that does not go on is ended, by 408 with the whole table or by hanging up."""
    found: dict[tuple[str, str], tuple[str, float]] = {}
    with contextlib.ExitStack() as stack:
        servers = [
            stack.enter_context(running(name, account=f"127.0.0.1:{preview}"))
            for name in PROGRAMS
            if installed(name)
        ]
        if not servers:
            pytest.skip(f"none is installed of {', '.join(PROGRAMS)}")
        threads = [
            threading.Thread(target=dawdle, args=(server, case, found))
            for server in servers
            for case in SLOW
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        # Whoever dawdles keeps nobody else waiting.
        for server in servers:
            assert ask(server.at(), request("GET /de/")).status == 200
    shortest = min(limits.HEAD_TIME.value, limits.BODY_TIME.value) - 2
    assert {key: (a, s) for key, (a, s) in found.items() if s < shortest} == {}
    wanted = {
        (case.name, server.name): known.answer
        if (known := DIFFERENCES.get((case.name, server.name)))
        else case.answer
        for server in servers
        for case in SLOW
    }
    assert {key: answer for key, (answer, _) in found.items()} == wanted
