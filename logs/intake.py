"""Sockets: datagrams as syslog sends them, and streams of lines; both are local, neither is kept.

A datagram that nobody reads in time is lost by the kernel, never waited for: a visitor's page does
not depend on its log. With systemd the sockets outlive the collector, connections included, and
what comes while it starts anew waits in them. Caddy writes lines to its standard error, whole
addresses and all, for ten seconds after a connection broke; so none breaks.
"""

from __future__ import annotations

import contextlib
import os
import re
import selectors
import socket
import stat
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import TYPE_CHECKING

from logs.settings import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

#: RFC 3164, with or without time and host; the tag says which log it is.
SYSLOG = re.compile(
    r"(?:<\d{1,3}>)?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d )?(?:[^\s:]+ )?(access|error): (.*)",
    re.DOTALL,
)
FIRST_INHERITED = 3  # sd_listen_fds(3)
LONGEST_DATAGRAM = 262_144
LONGEST_LINE = 1_048_576
MOST_AT_ONCE = 1000
MOST_WAITING = 200_000  # messages


@dataclass(frozen=True, slots=True)
class Message:
    """A line, and the log it is for; a stream does not say which, so `kind` is None."""

    kind: str | None
    text: str


@dataclass(slots=True)
class Intake:
    """What was taken from the sockets and waits to be written; None is the end of it."""

    waiting: SimpleQueue[Message | None] = field(default_factory=SimpleQueue)
    crowded: int = 0  # had no room


@dataclass(slots=True)
class Stream:
    """A connection, and what has come of its next line."""

    connection: socket.socket
    pending: bytearray = field(default_factory=bytearray)


def inherited() -> list[socket.socket]:
    """Give the sockets that systemd opened or kept for this process."""
    if os.environ.get("LISTEN_PID") != str(os.getpid()):
        return []
    count = int(os.environ.get("LISTEN_FDS", "0"))
    return [socket.socket(fileno=FIRST_INHERITED + number) for number in range(count)]


def listen(path: Path, kind: socket.SocketKind, mode: int = 0o660) -> socket.socket:
    """Open a socket where none is in use; a left one is replaced, and nothing else is."""
    if os.path.lexists(path) and not stat.S_ISSOCK(path.lstat().st_mode):
        raise Refused(f"'{path}' is no socket: remove it yourself, or name another place")
    if path.is_socket() and _answers(path, kind):
        raise Refused(f"'{path}' is in use: another collector runs")
    listening = socket.socket(socket.AF_UNIX, kind)
    try:
        path.unlink(missing_ok=True)
        listening.bind(str(path))
        path.chmod(mode)
        if kind == socket.SOCK_STREAM:
            listening.listen()
    except OSError as error:
        listening.close()
        raise Refused(f"cannot listen at '{path}': {error.strerror or error}") from error
    return listening


def _answers(path: Path, kind: socket.SocketKind) -> bool:
    with socket.socket(socket.AF_UNIX, kind) as trial:
        return trial.connect_ex(str(path)) == 0


def pour(listening: Iterable[socket.socket], stop: socket.socket, into: Intake) -> None:
    """Take messages from the sockets as fast as they come, until something comes from `stop`."""
    with selectors.DefaultSelector() as selector:
        for one in listening:
            watch(selector, one)
        selector.register(stop, selectors.EVENT_READ, "stop")
        stopped = False
        while not stopped:
            stopped = any(key.data == "stop" for key, _ in selector.select())
            for message in receive(selector, 0):
                if into.waiting.qsize() < MOST_WAITING:
                    into.waiting.put(message)
                else:
                    into.crowded += 1
        for key in list(selector.get_map().values()):
            if isinstance(key.data, Stream):
                key.data.connection.close()
    into.waiting.put(None)


def watch(selector: selectors.BaseSelector, listening: socket.socket) -> None:
    """Let a selector watch a socket that listens, or a connection that was kept."""
    listening.settimeout(0)
    listens = listening.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
    kept = listening.type == socket.SOCK_STREAM and not listens
    selector.register(listening, selectors.EVENT_READ, Stream(listening) if kept else None)


def receive(selector: selectors.BaseSelector, wait: float) -> Iterator[Message]:
    """Wait for messages, for so many seconds at most, and give what there is."""
    for key, _ in selector.select(wait):
        if isinstance(key.data, Stream):
            yield from _lines(selector, key.data)
        elif isinstance(key.fileobj, socket.socket) and key.data is None:
            if key.fileobj.type == socket.SOCK_DGRAM:
                yield from _datagrams(key.fileobj)
            else:
                _accept(selector, key.fileobj)


def _datagrams(listening: socket.socket) -> Iterator[Message]:
    for _ in range(MOST_AT_ONCE):
        try:
            text = listening.recv(LONGEST_DATAGRAM).decode("utf-8", "replace")
        except BlockingIOError:
            return
        found = SYSLOG.fullmatch(text)
        yield Message(found[1], found[2]) if found else Message("error", text)


def _accept(selector: selectors.BaseSelector, listening: socket.socket) -> None:
    with contextlib.suppress(BlockingIOError, ConnectionError):
        connection, _ = listening.accept()
        connection.settimeout(0)
        selector.register(connection, selectors.EVENT_READ, Stream(connection))
        _hand_to_systemd(connection)


def _hand_to_systemd(connection: socket.socket) -> None:
    """Let systemd keep a connection for the next collector (sd_pid_notify_with_fds(3)).

    It closes what the other side has closed. Without systemd nothing is kept.
    """
    address = os.environ.get("NOTIFY_SOCKET")
    if address:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
            systemd.connect(address.replace("@", "\0", 1) if address[0] == "@" else address)
            socket.send_fds(systemd, [b"FDSTORE=1\nFDNAME=stream"], [connection.fileno()])


def _lines(selector: selectors.BaseSelector, stream: Stream) -> Iterator[Message]:
    """Give whole lines; the last one counts at the end of the stream, an endless one never."""
    try:
        data = stream.connection.recv(LONGEST_DATAGRAM)
    except BlockingIOError:
        return
    except ConnectionError:
        data = b""
    *lines, pending = (bytes(stream.pending) + data).split(b"\n")
    if not data or len(pending) > LONGEST_LINE:
        selector.unregister(stream.connection)
        stream.connection.close()
        lines += [pending] if not data else []
    stream.pending = bytearray(pending)
    yield from (Message(None, line.decode("utf-8", "replace")) for line in lines if line)
