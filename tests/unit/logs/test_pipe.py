"""`logs.pipe`: what Apache starts."""

from __future__ import annotations

import io
import json
import socket
from typing import TYPE_CHECKING

from logs import pipe
from logs.collect import Counts
from tests.unit.logs.running import ACCESS, AT, line

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.logs.running import Running


def test_lines(running: Running) -> None:
    """Every line is sent as what it is; the collector may start anew meanwhile."""
    apache = "%d\t203.0.113.77\tGET /%s?key=SECRET HTTP/1.1\t200\t1\t-\n"
    path = str(running.run / "logs.sock")
    lines = "".join(apache % (1000 * (AT - 1), name) for name in "ab").encode()
    assert pipe.forward(io.BytesIO(lines), "access", path) == 0
    error = b"2026-11-26 11:59:59\terror\tcore\t-\tAH00128: File does not exist: /key\r\n"
    assert pipe.forward(io.BytesIO(error), "error", path) == 0
    running.stop()
    assert running.lines() == [line("a"), line("b")]
    assert json.loads(running.lines("error-2026-11-26.log")[0])["code"] == "AH00128"


def test_the_collector_starts_anew(running: Running) -> None:
    """A connection to a collector that is gone is replaced by one to the next."""
    path = str(running.run / "logs.sock")

    class Lines(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            if self.tell():
                running.stop()
                running.start()
            return super().readline(size)

    lines = "".join(f"{ACCESS % (AT - 1, name)}\n" for name in "ab").encode()
    assert pipe.forward(Lines(lines), "access", path) == 0
    running.stop()
    assert running.lines() == [line("a"), line("b")]


def test_nobody_listens(tmp_path: Path) -> None:
    """Lines that nobody takes are dropped, at once."""
    lines = io.BytesIO(b"x\n" * 10_000)
    assert pipe.forward(lines, "access", str(tmp_path / "none.sock")) == 10_000


def test_nobody_reads(tmp_path: Path) -> None:
    """A collector that hangs costs lines, never the server: the pipe is read on."""
    path = tmp_path / "logs.sock"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as hanging:
        hanging.bind(str(path))
        assert pipe.forward(io.BytesIO(b"x\n" * 100_000), "access", str(path)) > 0


def test_a_long_line(running: Running) -> None:
    """A line of any length is taken in pieces, of which none is a request."""
    long = b'{"time":"1","target":"' + b"a" * 300_000 + b'"}\n'
    path = str(running.run / "logs.sock")
    assert pipe.forward(io.BytesIO(long), "access", path) == 0
    assert running.stop() == Counts(unread=6)
