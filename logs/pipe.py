"""From standard input to the collector: what Apache starts for `CustomLog` and `ErrorLog`.

It keeps nothing and writes no file. Apache waits for a pipe that is full, so this never waits long:
a collector that is away costs lines, never an answer.
"""

from __future__ import annotations

import socket
import time
from typing import BinaryIO

#: nginx and the kernel take more, but a longer line is a visitor's experiment.
LONGEST = 60_000
PATIENCE = 0.25  # seconds for a collector that does not keep up
REST = 0.5  # seconds without another try


def forward(lines: BinaryIO, kind: str, path: str) -> int:
    """Send every line to a socket; give the number of lines that nobody took."""
    lost, connection, resting = 0, None, 0.0
    try:
        while line := lines.readline(LONGEST):
            if time.monotonic() >= resting:
                connection = _sent(f"{kind}: ".encode() + line.rstrip(b"\r\n"), path, connection)
                resting = 0.0 if connection else time.monotonic() + REST
            lost += connection is None
    finally:
        if connection:
            connection.close()
    return lost


def _sent(data: bytes, path: str, connection: socket.socket | None) -> socket.socket | None:
    """Send by a connection, or by a new one where the collector has started anew; None if lost."""
    for trial in (connection, None) if connection else (None,):
        usable = trial or socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        try:
            if trial is None:
                usable.settimeout(PATIENCE)
                usable.connect(path)
            usable.send(data)
        except ConnectionError:
            usable.close()
        except OSError:
            usable.close()
            return None
        else:
            return usable
    return None
