"""`logs.collect`: from real sockets into files."""

from __future__ import annotations

import json
import socket
import threading
from typing import TYPE_CHECKING

import pytest

from logs import collect, store, unmask
from logs.clock import Moment
from logs.collect import Counts
from tests.unit.logs.running import ACCESS, AT, CADDY, ERROR, PATIENCE, WEEK, line, until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.logs.running import Running


def test_datagrams(running: Running) -> None:
    """Lines as nginx sends them, with time and host or without, go into the files of their kind."""
    running.send(
        "<190>Nov 26 12:00:00 access: " + ACCESS % (AT - 1, "a"),
        "<190>Nov  6 12:00:00 host.example access: " + ACCESS % (AT - 1, "b"),
        "access: " + ACCESS % (AT - 1, "c"),
        "<187>Nov 26 12:00:00 error: " + ERROR,
        "something else from 203.0.113.77",
    )
    counts = running.stop()
    assert running.lines() == [line("a"), line("b"), line("c")]
    errors = [json.loads(text)["message"] for text in running.lines("error-2026-11-26.log")]
    assert errors == ["access forbidden by rule", "something … from …"]
    assert counts == Counts(written=5)


def test_streams(running: Running) -> None:
    """Lines as Caddy sends them, in pieces, over several connections; the last needs no end."""
    first, second = (socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) for _ in range(2))
    for one in (first, second):
        one.connect(str(running.run / "stream.sock"))
    text = (CADDY % "a").encode()
    first.sendall(text[:20])
    second.sendall((CADDY % "b").encode() + b"\n\n" + text[:7])
    until(lambda: running.lines() == [line("b")])
    first.sendall(text[20:] + b"\n")
    until(lambda: running.lines() == [line("b"), line("a")])
    second.sendall(text[7:])
    for one in (first, second):
        one.close()
    until(lambda: running.lines() == [line("b"), line("a"), line("a")])
    assert running.stop() == Counts(written=3)


def test_an_endless_line(running: Running) -> None:
    """A line without an end is given up with its connection; others go on."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as endless:
        endless.connect(str(running.run / "stream.sock"))
        endless.settimeout(PATIENCE)
        with pytest.raises(ConnectionError):
            endless.sendall(b"x" * 50_000_000)
    running.send("access: " + ACCESS % (AT - 1, "a"))
    assert running.stop() == Counts(written=1)


def test_it_starts_anew(running: Running) -> None:
    """A collector that starts anew replaces the sockets it left, and senders find the new ones."""
    running.send("access: " + ACCESS % (AT - 1, "a"))
    running.stop()
    running.start()
    running.send("access: " + ACCESS % (AT - 1, "b"))
    running.stop()
    assert running.lines() == [line("a"), line("b")]


@pytest.fixture
def unswept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the first sweep away: in a thread of its own it closes the files of days gone by."""
    monkeypatch.setattr(collect, "_sweep", lambda *_: None)


@pytest.mark.usefixtures("unswept")
def test_times(running: Running) -> None:
    """A line goes to its own day; one from the future to today; one that is too old nowhere."""
    day = 86_400
    running.send(
        *("access: " + ACCESS % (AT - age * day, "a") for age in (0, 1, 88, 89, 400, -1)),
        "access: " + ACCESS % ("nan", "a"),
        "access: " + ACCESS % ("-1", "a"),
    )
    counts = running.stop()
    assert running.files() == [
        "access-2026-08-30.log",
        "access-2026-11-25.log",
        "access-2026-11-26.log",
    ]
    assert running.lines() == [line("a", time="2026-11-26T12:00:00Z")] * 4
    assert counts == Counts(written=6, too_old=2)


def test_lines_in_no_shape(running: Running) -> None:
    """What tells of no request is counted, and no word of it is written."""
    running.send("access: GET /?key=SECRET 203.0.113.77", "access: {", "access: \udcff")
    assert (running.stop(), running.files()) == (Counts(unread=3), [])


def test_a_full_disk(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines that the disk does not take are counted, and the collector goes on."""
    append, full = store.append, threading.Event()
    full.set()

    def refuse(directory: Path, lines: list[tuple[str, str]]) -> None:
        if full.is_set():
            full.clear()
            raise OSError(28, "No space left on device")
        append(directory, lines)

    monkeypatch.setattr(store, "append", refuse)
    running.send("access: " + ACCESS % (AT - 1, "a"))
    until(lambda: not full.is_set())
    running.send("access: " + ACCESS % (AT - 1, "b"))
    assert running.stop() == Counts(written=1, lost=1)
    assert running.lines() == [line("b")]


def test_no_half_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that breaks off leaves the file as it was."""
    path = tmp_path / "access-2026-11-26.log"
    store.append(tmp_path, [(path.name, "whole")])
    write = store.os.write

    def half(descriptor: int, data: bytes) -> int:
        if len(data) < 3:
            raise OSError(28, "No space left on device")
        return write(descriptor, data[:3])

    monkeypatch.setattr(store.os, "write", half)
    with pytest.raises(OSError, match="No space"):
        store.append(tmp_path, [(path.name, "broken")])
    assert path.read_text() == "whole\n"


def test_modes(running: Running) -> None:
    """Logs are for the user and the group, and so are the sockets."""
    running.send("access: " + ACCESS % (AT - 1, "a"))
    running.stop()
    modes = [oct((running.directory / "access-2026-11-26.log").stat().st_mode & 0o777)]
    modes += [oct((running.run / name).stat().st_mode & 0o777) for name in ("logs.sock",)]
    assert modes == ["0o640", "0o660"]


@pytest.mark.parametrize(
    "over",
    [
        Moment(AT + 3600, 4600.0, "one"),
        Moment(AT + 3600, 1001.0, "one"),
        Moment(AT - 9999, 4600.0, "one"),
    ],
    ids=["by both clocks", "by the clock on the wall", "by the other clock"],
)
def test_a_suspension(running: Running, over: Moment) -> None:
    """While one runs the log stays as it is, and whole addresses go beside it, until its end."""
    unmask.begin(running.directory, running.run, WEEK, running.now, "1h", "a flood")
    running.send("access: " + ACCESS % (AT - 1, "a"))
    whole = running.run / unmask.LINES
    until(lambda: whole.exists() and whole.read_text() == f"{line('a', '203.0.113.77')}\n")
    running.now = over
    running.send("access: " + ACCESS % (AT - 10_000, "b"))
    until(lambda: not whole.exists())
    running.stop()
    assert running.lines() == [line("a"), line("b", time="2026-11-26T09:13:20Z")]
    record = (running.directory / unmask.RECORD).read_text()
    assert [json.loads(text)["event"] for text in record.splitlines()] == ["begun", "removed"]
    assert "203.0" not in record


def test_a_suspension_of_errors(running: Running) -> None:
    """An error line is never whole."""
    unmask.begin(running.directory, running.run, WEEK, running.now, "1h", "a flood")
    running.send("error: " + ERROR)
    running.stop()
    assert not (running.run / unmask.LINES).exists()


def test_counts_are_left(running: Running) -> None:
    """`status` finds the counts, without a word of any line."""
    running.send("access: " + ACCESS % (AT - 1, "a"))
    running.stop()
    assert json.loads((running.run / "collector.json").read_text()) == {
        "written": 1,
        "unread": 0,
        "too_old": 0,
        "crowded": 0,
        "lost": 0,
    }


def test_a_connection_that_systemd_keeps(
    running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stream outlives the collector: what comes meanwhile is read by the next one."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(PATIENCE)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as caddy:
            caddy.connect(str(running.run / "stream.sock"))
            caddy.sendall((CADDY % "a").encode() + b"\n")
            words, kept, _, _ = socket.recv_fds(systemd, 100, 2)
            running.stop()
            caddy.sendall((CADDY % "b").encode() + b"\n")
            running.start(*(socket.socket(fileno=one) for one in kept))
            until(lambda: running.lines() == [line("a"), line("b")])
        assert (words, len(kept)) == (b"FDSTORE=1\nFDNAME=stream", 1)
