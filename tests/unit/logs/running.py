"""A collector that runs in a thread, and what servers send it."""

from __future__ import annotations

import socket
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from logs import intake
from logs.addresses import Prefixes
from logs.clock import Moment
from logs.collect import Counts, Place, collect
from logs.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
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


def until(condition: Callable[[], bool]) -> None:
    """Wait for what another thread does."""
    end = time.monotonic() + PATIENCE
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
    assert condition()
