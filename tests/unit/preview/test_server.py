"""The server on a real socket."""

from __future__ import annotations

import contextlib
import http.client
import logging
import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest

from delivery.policy import Target, headers_for
from messages import speaking
from preview.app import create_app
from preview.server import CannotServeError, answering, open_server
from tests.unit.preview.conftest import FakeRegister

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from wsgiref.types import StartResponse, WSGIEnvironment


@pytest.fixture
def port(root: Path) -> Iterator[int]:
    """Serve the small site on a free port."""
    with answering(create_app(root, register=FakeRegister())) as server:
        yield server.port


def ask(port: int, request: bytes) -> tuple[str, dict[str, str], bytes]:
    """Send a request and no other; give status line, headers by lower-case name, and body."""
    line, end, rest = request.partition(b"\r\n")
    request = line + end + b"Connection: close\r\n" + rest
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(request)
        answer = b""
        with contextlib.suppress(ConnectionResetError):
            while part := connection.recv(65536):
                answer += part
    head, _, body = answer.partition(b"\r\n\r\n")
    status, *lines = head.decode().split("\r\n")
    pairs = (line.split(": ", 1) for line in lines)
    return status, {name.lower(): value for name, value in pairs}, body


@pytest.mark.parametrize(
    ("request_line", "status"),
    [
        (b"GET /de/ HTTP/1.1", "HTTP/1.1 200 OK"),
        (b"GET /nothing HTTP/1.1", "HTTP/1.1 404 NOT FOUND"),
        (b"nonsense", "HTTP/1.0 400 Bad Request"),
        (b"GET /de/ HTTP/9.9", "HTTP/1.0 200 OK"),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1", "HTTP/1.0 431 Request Header Fields Too Large"),
        (b"GET / HTTP/1.1\r\nX: " + b"a" * 70_000, "HTTP/1.0 431 Request Header Fields Too Large"),
        (b"GET / HTTP/1.1\r\nTransfer-Encoding: gzip", "HTTP/1.1 501 Not Implemented"),
    ],
    ids=["found", "missing", "no request", "version", "long path", "long header", "coding"],
)
def test_every_answer(port: int, request_line: bytes, status: str) -> None:
    """What is no request gets the headers of every other answer, and no server names itself."""
    line, headers, _ = ask(port, request_line + b"\r\nHost: localhost\r\n\r\n")
    assert line == status
    expected = dict(headers_for(Target.STABLE))
    assert {name: headers.get(name.lower()) for name in expected} == expected
    assert "server" not in headers
    assert headers["connection"] == "close"


def test_connection_is_kept(port: int) -> None:
    """One connection carries a page and what it loads, as a server in production lets it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    with contextlib.closing(connection):
        sockets = set()
        for path in ("/de/", "/nothing", "/de/"):
            connection.request("GET", path)
            sockets.add(connection.sock)
            connection.getresponse().read()
        connection.request("HEAD", "/de/")
        assert connection.getresponse().read() == b""
        assert sockets == {connection.sock}


def test_path_tricks(port: int) -> None:
    """A path that climbs out, spelled as a browser never would, finds nothing."""
    for path in (b"/../outside.html", b"/de/%2e%2e/%2e%2e/outside.html", b"/%2e%2e%5coutside.html"):
        line, _, body = ask(port, b"GET " + path + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert (line, b"secret" in body) == ("HTTP/1.1 404 NOT FOUND", False)


def test_log(port: int, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    """The log has the path that led nowhere; no address, query, form or control character."""
    # Pelican, once imported, makes loggers that swallow a line which an earlier test has logged.
    log = logging.Logger("preview")  # noqa: LOG001 - a logger of this test alone
    log.addHandler(caplog.handler)
    monkeypatch.setattr("preview.server.LOG", log)
    with caplog.at_level(logging.DEBUG):
        ask(port, b"GET /de/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
        ask(port, b"GET /gone?name=Ada HTTP/1.1\r\nHost: localhost\r\n\r\n")
        ask(port, b"GET /go\x1bne HTTP/1.1\r\nHost: localhost\r\n\r\n")
        form = b"name=Ada&email=ada%40example.org&x=1"
        head = b"POST /account/trial?q=Ada HTTP/1.1\r\nHost: localhost\r\n"
        kind = b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n"
        ask(port, head + kind % len(form) + form)
        ask(port, b"nonsense\r\n\r\n")
    assert caplog.messages == [
        "404 GET /gone",
        "404 GET /go\\x1bne",
        "400 POST /account/trial",
        "400 - ",
    ]


def test_port_in_use(port: int) -> None:
    """A taken port is one sentence with what to do."""
    with pytest.raises(CannotServeError) as raised:
        open_server(lambda _environ, _start: [], "127.0.0.1", port)
    assert str(raised.value) == (
        f"127.0.0.1:{port} cannot be used: Address already in use; "
        "stop the other program or choose another port, for example inv serve --port 8001"
    )


def test_impossible_port() -> None:
    """A number that is no port is refused as well."""
    with pytest.raises(CannotServeError) as raised:
        open_server(lambda _environ, _start: [], "127.0.0.1", 99_999)
    assert str(raised.value) == "99999 is no port; choose one from 1 to 65535"
    with speaking("de"), pytest.raises(CannotServeError) as raised:
        open_server(lambda _environ, _start: [], "127.0.0.1", 99_999)
    assert str(raised.value) == "99999 ist kein Port; wählen Sie einen von 1 bis 65535"


@pytest.mark.parametrize("host", ["nowhere.invalid", "300.1.1.1", "a..b", "::1", "\udcff"])
def test_unknown_host(host: str) -> None:
    """A host that nobody knows is named, and no other program is blamed."""
    with pytest.raises(CannotServeError) as raised:
        open_server(lambda _environ, _start: [], host, 8000)
    assert str(raised.value) == (
        f"no IPv4 address can be found for '{host}'; check how it is written, or leave out '--host'"
    )
    with speaking("de"), pytest.raises(CannotServeError) as raised:
        open_server(lambda _environ, _start: [], host, 8000)
    assert str(raised.value) == (
        f"zu '{host}' ist keine IPv4-Adresse zu finden; prüfen Sie die Schreibweise, oder lassen "
        "Sie '--host' weg"
    )


@pytest.mark.parametrize("host", ["", " "])
def test_no_host(host: str) -> None:
    """Without a name the system would listen on every network: that is refused."""
    with pytest.raises(CannotServeError) as raised:
        open_server(lambda _environ, _start: [], host, 0)
    assert str(raised.value) == "no host is named; write 127.0.0.1, or leave out '--host'"
    with speaking("de"), pytest.raises(CannotServeError) as raised:
        open_server(lambda _environ, _start: [], host, 0)
    assert str(raised.value) == (
        "kein Host ist genannt; schreiben Sie 127.0.0.1, oder lassen Sie '--host' weg"
    )


def test_what_is_being_answered_is_answered(caplog: pytest.LogCaptureFixture) -> None:
    """A server that ends waits for an answer that its reader has already, and says nothing."""
    read, ended = threading.Event(), threading.Event()
    whole = b"a" * 20_000  # sent at once: Waitress keeps less until the end

    class Slow:
        """An answer that is whole before it ends."""

        def __iter__(self) -> Iterator[bytes]:
            yield whole

        def close(self) -> None:
            read.wait(10)
            time.sleep(0.2)  # the server may end now, and would be done by then
            ended.set()

    def app(_environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        start_response("200 OK", [("Content-Length", str(len(whole)))])
        return Slow()

    with answering(app) as server:
        connection = http.client.HTTPConnection(server.effective_host, server.port)
        with contextlib.closing(connection):
            connection.request("GET", "/")
            assert connection.getresponse().read() == whole
            read.set()
    assert ended.is_set()
    assert caplog.messages == []
