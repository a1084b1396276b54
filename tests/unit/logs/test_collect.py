"""`logs.collect`, `logs.intake` and `logs.pipe`: from real sockets into files."""

from __future__ import annotations

import io
import json
import socket
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from logs import intake, pipe, store, unmask
from logs.addresses import Prefixes
from logs.clock import Moment
from logs.collect import Counts, Place, collect
from logs.settings import Refused, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WEEK = Settings(90, Prefixes(24, 48), suspension_days=7)
AT = 1_795_694_400.0  # 2026-11-26T12:00:00Z
PATIENCE = 60.0

ACCESS = (
    '{"time":"%s","address":"203.0.113.77","method":"GET","target":"/%s?key=SECRET",'
    '"protocol":"HTTP/1.1","status":"200","bytes":"1","agent":""}'
)
ERROR = "2026/11/26 11:59:59 [error] 1#1: *1 access forbidden by rule, client: 203.0.113.77"
CADDY = (
    '{"level":"info","ts":1795694399,"logger":"http.log.access","request":{"remote_ip":'
    '"203.0.113.77","proto":"HTTP/1.1","method":"GET","uri":"/%s?key=SECRET"},"status":200,"size":1}'
)


def line(path: str, address: str = "203.0.113.0", time: str = "2026-11-26T11:59:59Z") -> str:
    """The line of a request."""
    return (
        f'{{"time":"{time}","address":"{address}","method":"GET","path":"/{path}",'
        '"protocol":"HTTP/1.1","status":200,"bytes":1,"agent":null}'
    )


@dataclass
class Running:
    """A collector in a thread, with a clock that stands until it is moved."""

    directory: Path
    run: Path
    now: Moment = field(default_factory=lambda: Moment(AT, 1000.0, "one"))
    counts: Counts = field(default_factory=Counts)

    def start(self, *kept: socket.socket) -> None:
        self.listening = [
            *kept,
            intake.listen(self.run / "logs.sock", socket.SOCK_DGRAM),
            intake.listen(self.run / "stream.sock", socket.SOCK_STREAM),
        ]
        self.stopped, self.stopping = socket.socketpair()
        self.thread = threading.Thread(target=self._collect)
        self.thread.start()

    def _collect(self) -> None:
        place = Place(self.directory, self.run)
        self.counts = collect(WEEK, place, self.listening, self.stopped, lambda: self.now)

    def stop(self) -> Counts:
        self.stopping.send(b".")
        self.thread.join(PATIENCE)
        assert not self.thread.is_alive()
        for one in (*self.listening, self.stopped, self.stopping):
            one.close()
        return self.counts

    def send(self, *messages: str) -> None:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
            sender.connect(str(self.run / "logs.sock"))
            for message in messages:
                sender.send(message.encode("utf-8", "surrogateescape"))

    def lines(self, name: str = "access-2026-11-26.log") -> list[str]:
        path = self.directory / name
        return path.read_text().splitlines() if path.exists() else []

    def files(self) -> list[str]:
        return sorted(path.name for path in self.directory.iterdir() if path.name[0] != ".")


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    for name in ("logs", "run"):
        (tmp_path / name).mkdir()
    collector = Running(tmp_path / "logs", tmp_path / "run")
    collector.start()
    yield collector
    if collector.thread.is_alive():
        collector.stop()


def until(condition: Callable[[], bool]) -> None:
    """Wait for what another thread does."""
    end = time.monotonic() + PATIENCE
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
    assert condition()


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


def test_a_second_collector(running: Running) -> None:
    """Two collectors at the same sockets are one too many."""
    path = running.run / "logs.sock"
    with pytest.raises(Refused) as refusal:
        intake.listen(path, socket.SOCK_DGRAM)
    assert str(refusal.value) == f"'{path}' is in use: another collector runs"


def test_no_socket(tmp_path: Path) -> None:
    """A place where no socket can be is named."""
    path = tmp_path / "none" / "logs.sock"
    with pytest.raises(Refused) as refusal:
        intake.listen(path, socket.SOCK_DGRAM)
    assert str(refusal.value) == f"cannot listen at '{path}': No such file or directory"


def test_times(running: Running) -> None:
    """A line goes to its own day; one from the future to today; one that is too old nowhere."""
    day = 86_400
    running.send(
        *("access: " + ACCESS % (AT - age * day, "a") for age in (0, 1, 88, 89, 400, -1)),
        "access: " + ACCESS % ("nan", "a"),
        "access: " + ACCESS % ("-1", "a"),
    )
    counts = running.stop()
    # the first sweep may have closed the files of days that are over
    days = {name[: len("access-2026-11-26")] for name in running.files()}
    assert days == {"access-2026-08-30", "access-2026-11-25", "access-2026-11-26"}
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


class TestPipe:
    """What Apache starts."""

    def test_lines(self, running: Running) -> None:
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

    def test_the_collector_starts_anew(self, running: Running) -> None:
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

    def test_nobody_listens(self, tmp_path: Path) -> None:
        """Lines that nobody takes are dropped, at once."""
        lines = io.BytesIO(b"x\n" * 10_000)
        assert pipe.forward(lines, "access", str(tmp_path / "none.sock")) == 10_000

    def test_nobody_reads(self, tmp_path: Path) -> None:
        """A collector that hangs costs lines, never the server: the pipe is read on."""
        path = tmp_path / "logs.sock"
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as hanging:
            hanging.bind(str(path))
            assert pipe.forward(io.BytesIO(b"x\n" * 100_000), "access", str(path)) > 0

    def test_a_long_line(self, running: Running) -> None:
        """A line of any length is taken in pieces, of which none is a request."""
        long = b'{"time":"1","target":"' + b"a" * 300_000 + b'"}\n'
        path = str(running.run / "logs.sock")
        assert pipe.forward(io.BytesIO(long), "access", path) == 0
        assert running.stop() == Counts(unread=6)


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


def test_inherited(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sockets that systemd opened are used only by the process they are for."""
    monkeypatch.setenv("LISTEN_FDS", "2")
    monkeypatch.setenv("LISTEN_PID", "1")
    assert intake.inherited() == []
    monkeypatch.delenv("LISTEN_PID")
    assert intake.inherited() == []


def test_syslog_shapes() -> None:
    """A tag is `access` or `error`; a text that only looks like one is none."""
    texts = ("<190>Nov 26 12:00:00 other: access: x", "access:x", "<190>access: ", "error: a\nb")
    found = [intake.SYSLOG.fullmatch(text) for text in texts]
    assert [one and one.groups() for one in found] == [
        None,
        None,
        ("access", ""),
        ("error", "a\nb"),
    ]
