"""Stands where the servers hand over their lines, and keeps them in memory."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from pathlib import Path

from logs import formats

PATIENCE = 60  # seconds


class Collector:
    """Listens where the servers hand over their lines, and keeps them in memory."""

    def __init__(self, prefix: Path) -> None:
        """Listen on the sockets below a folder."""
        self.lines: list[str] = []
        self._datagrams = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._datagrams.bind(f"{prefix}{formats.SOCKET}")
        Path(f"{prefix}{formats.SOCKET}").chmod(0o777)
        self._streams = socket.socket(socket.AF_UNIX)
        self._streams.bind(f"{prefix}{formats.STREAM}")
        Path(f"{prefix}{formats.STREAM}").chmod(0o777)
        self._streams.listen()
        threading.Thread(target=self._take_datagrams, daemon=True).start()
        threading.Thread(target=self._take_streams, daemon=True).start()

    def _take_datagrams(self) -> None:
        with contextlib.suppress(OSError):
            while line := self._datagrams.recv(65536):
                self.lines.append(line.decode("latin-1"))

    def _take_streams(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                stream, _ = self._streams.accept()
                threading.Thread(target=self._take, args=(stream,), daemon=True).start()

    def _take(self, stream: socket.socket) -> None:
        with stream, stream.makefile(encoding="latin-1") as lines:
            self.lines.extend(lines)

    def wait_for(self, word: str) -> None:
        """Wait until a line holds a word; raises `TimeoutError` with what came instead."""
        deadline = time.monotonic() + PATIENCE
        while not any(word in line for line in self.lines):
            if time.monotonic() > deadline:
                raise TimeoutError(f"no line holds {word}: {self.lines[-3:]}")
            time.sleep(0.02)

    def close(self) -> None:
        """Stop listening."""
        self._datagrams.close()
        self._streams.close()
