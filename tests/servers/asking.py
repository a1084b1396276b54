"""Asks a server over a real socket, byte for byte, and reads what comes back."""

from __future__ import annotations

import contextlib
import gzip
import re
import socket
import ssl
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import brotli
import h2.config
import h2.connection
import h2.events
import zstandard

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PATIENCE = 60  # seconds; a busy machine is no defect
FRAME = 16_384  # RFC 9113 § 6.5.2
DECODERS = {
    "br": brotli.decompress,
    "gzip": gzip.decompress,
    "zstd": lambda body: zstandard.ZstdDecompressor().decompressobj().decompress(body),
}


@dataclass(frozen=True, slots=True)
class Where:
    """A port on loopback: with TLS or not, from which address, with which bytes before all."""

    port: int
    context: ssl.SSLContext | None = None
    source: str = "127.0.0.1"
    preface: bytes = b""
    context2: ssl.SSLContext | None = None  # for HTTP/2

    @contextlib.contextmanager
    def connect(self, context: ssl.SSLContext | None = None) -> Iterator[socket.socket]:
        """Open a connection; with TLS, under the name `localhost`."""
        context = context or self.context
        home = "::1" if ":" in self.source else "127.0.0.1"
        plain = socket.create_connection((home, self.port), PATIENCE, (self.source, 0))
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        plain.sendall(self.preface)
        if context is None:
            with plain:
                yield plain
        else:
            with context.wrap_socket(plain, server_hostname="localhost") as encrypted:
                yield encrypted


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; status 0 where it answered nothing, or something without a head."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    line: str = ""
    fields: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Give the headers by lower-case name, joined as RFC 9110 § 5.3 has it."""
        joined: dict[str, str] = {}
        for name, value in self.headers:
            known = joined.get(name.lower())
            joined[name.lower()] = value if known is None else f"{known}, {value}"
        object.__setattr__(self, "fields", joined)

    @property
    def text(self) -> bytes:
        """Give the body as it was before it was compressed."""
        decode = DECODERS.get(self.fields.get("content-encoding", ""))
        return decode(self.body) if decode and self.body else self.body


def request(
    line: str,
    headers: Iterable[tuple[str, str]] = (),
    body: bytes = b"",
    *,
    host: str | None = "localhost",
    version: str = "HTTP/1.1",
) -> bytes:
    """Write a request that closes its connection; `line` is method and target."""
    fields = [*([("Host", host)] if host is not None else []), ("Connection", "close"), *headers]
    if body:
        fields.append(("Content-Length", str(len(body))))
    head = "".join(f"{name}: {value}\r\n" for name, value in fields)
    return f"{line} {version}\r\n{head}\r\n".encode("latin-1") + body


def ask(where: Where, raw: bytes) -> Answer:
    """Send bytes as they are, read to the end, and give the first answer."""
    return read(exchange(where, raw), head_only=raw.startswith(b"HEAD "))


def exchange(where: Where, raw: bytes) -> bytes:
    """Give what comes back until the answer is whole or the server hangs up."""
    received = b""
    with where.connect() as connection:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError, ssl.SSLError):
            connection.sendall(raw)
        with contextlib.suppress(ConnectionResetError, ssl.SSLError):
            while not _is_whole(received) and (part := connection.recv(65536)):
                received += part
    return received


def _is_whole(received: bytes) -> bool:
    """Tell whether a body of a known length is there: some servers linger when they refuse one."""
    head, end, body = received.partition(b"\r\n\r\n")
    length = re.search(rb"\r\ncontent-length: *(\d+)", head, re.IGNORECASE)
    return bool(end and length and len(body) >= int(length[1]))


def read(received: bytes, *, head_only: bool = False) -> Answer:
    """Read the first answer out of what was received."""
    if not received.startswith(b"HTTP/"):
        return Answer(0, body=received)
    head, _, body = received.partition(b"\r\n\r\n")
    line, *lines = head.decode("latin-1").split("\r\n")
    pairs = tuple((n, v.strip()) for n, _, v in (entry.partition(":") for entry in lines))
    fields = {name.lower(): value for name, value in pairs}
    if head_only:
        body = b""
    elif fields.get("transfer-encoding") == "chunked":
        body = _whole(body)
    elif "content-length" in fields:
        body = body[: int(fields["content-length"])]
    return Answer(int(line.split()[1]), pairs, body, line)


def _whole(chunks: bytes) -> bytes:
    """Join the chunks of a body (RFC 9112 § 7.1)."""
    body = b""
    while chunks:
        size, _, rest = chunks.partition(b"\r\n")
        length = int(size.split(b";")[0], 16)
        if length == 0:
            return body
        body, chunks = body + rest[:length], rest[length + 2 :]
    return body


def ask_h2(
    where: Where,
    line: str,
    headers: Iterable[tuple[str, str]] = (),
    body: bytes = b"",
    *,
    host: str | None = "localhost",
) -> Answer:
    """Ask in HTTP/2; `line` is method and path."""
    method, path = line.split(" ", 1)
    with where.connect(where.context2) as connection:
        assert isinstance(connection, ssl.SSLSocket)
        assert connection.selected_alpn_protocol() == "h2"
        machine = h2.connection.H2Connection(h2.config.H2Configuration(header_encoding="latin-1"))
        machine.initiate_connection()
        pseudo = [(":method", method), (":path", path), (":scheme", "https")]
        pseudo.append((":authority", host or "localhost"))
        fields = [*pseudo, *((name.lower(), value) for name, value in headers)]
        if body:
            fields.append(("content-length", str(len(body))))
        machine.send_headers(1, fields, end_stream=not body)
        if body:
            for start in range(0, len(body), FRAME):
                part = body[start : start + FRAME]
                machine.send_data(1, part, end_stream=start + FRAME >= len(body))
        connection.sendall(machine.data_to_send())
        return _receive(connection, machine)


def _receive(connection: socket.socket, machine: h2.connection.H2Connection) -> Answer:
    pairs: tuple[tuple[str, str], ...] = ()
    body = b""
    while part := connection.recv(65536):
        for event in machine.receive_data(part):
            match event:
                case h2.events.ResponseReceived():
                    pairs = tuple((str(name), str(value)) for name, value in event.headers)
                case h2.events.DataReceived():
                    body += event.data
                    machine.acknowledge_received_data(event.flow_controlled_length, 1)
                case h2.events.StreamEnded() | h2.events.StreamReset():
                    return Answer(int(dict(pairs).get(":status", "0")), pairs[1:], body)
                case h2.events.ConnectionTerminated():
                    return Answer(0)
        connection.sendall(machine.data_to_send())
    return Answer(0)
