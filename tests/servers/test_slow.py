"""Slow clients: all servers at once, because each takes its time."""

from __future__ import annotations

import contextlib
import threading
import time

import pytest

from delivery import limits
from tests.servers.asking import ask, read, request
from tests.servers.matrix import error
from tests.servers.running import PROGRAMS, Running, installed, running
from tests.servers.words import words

#: How a request may be slow: what is sent, and nothing more.
BEGUN = {
    "line": b"GET /de/ HTT",
    "headers": b"GET /de/ HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
    "content": request("POST /account/trial", [("Content-Length", "100")]) + b"name=",
}


def dawdle(server: Running, begun: bytes, found: dict[tuple[str, str], object], key: str) -> None:
    """Begin a request, say nothing more, and note what came and after how long."""
    started = time.monotonic()
    with server.at().connect() as connection:
        connection.sendall(begun)
        received = b""
        with contextlib.suppress(OSError):
            while part := connection.recv(65536):
                received += part
    answer = words(read(received), server.settings.canonical)
    found[server.name, key] = (answer, time.monotonic() - started)


def test_slow_clients(preview: int) -> None:
    """A request that does not go on is ended, by 408 with the whole table or by hanging up."""
    found: dict[tuple[str, str], tuple[str, float]] = {}
    with contextlib.ExitStack() as stack:
        servers = [
            stack.enter_context(running(name, account=f"127.0.0.1:{preview}"))
            for name, command in PROGRAMS.items()
            if installed(command[0])
        ]
        if not servers:
            pytest.skip(f"none is installed of {', '.join(PROGRAMS)}")
        threads = [
            threading.Thread(target=dawdle, args=(server, begun, found, key))
            for server in servers
            for key, begun in BEGUN.items()
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
    timeouts = {"hangs up", error(408, "Request Timeout"), error(408, "Request Timeout", "CHOICE")}
    assert {key: answer for key, (answer, _) in found.items() if answer not in timeouts} == {}
