"""Waitress's server, with the table's headers on its own answers too, and without a memory."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import socket
import threading
from http import HTTPStatus
from typing import TYPE_CHECKING

from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import TcpWSGIServer
from waitress.task import ErrorTask

from delivery.phrases import line
from delivery.policy import Target, headers_for
from messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from _typeshed import OptExcInfo

LOG = logging.getLogger("preview")
LAST_PORT = 65_535
# Every page open in the live preview holds one, as long as it listens for builds.
THREADS = 32
LONGEST_HEAD = 65_536  # bytes of a request's line and headers
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\\]")


class CannotServeError(Exception):
    """The server cannot start; the message is one sentence for the terminal."""

    exitcode = 2


class Refusal(ErrorTask):
    """Answers what is no request: a malformed line, too many or too long headers."""

    def execute(self) -> None:
        """Write a line of text, with the headers of every other answer; then hang up."""
        status = HTTPStatus(self.request.error.code)
        _log(status, self.request.command, self.request.path)
        self.status = line(status)
        body = f"{self.status}\n".encode()
        self.response_headers.extend(headers_for(Target.STABLE))
        self.response_headers.append(("Content-Type", "text/plain; charset=utf-8"))
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Request(HTTPRequestParser):
    """What was asked; a line that is no request has no method and no path."""

    command = "-"
    path = ""


class Connection(HTTPChannel):
    """One visitor's connection, kept for the next request."""

    parser_class = Request
    error_task_class = Refusal


class Server(TcpWSGIServer):
    """Serves until it is told to stop; `port` is where it listens."""

    channel_class = Connection

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.effective_port)

    @property
    def origin(self) -> str:
        """Where its pages are asked for."""
        return f"http://{self.effective_host}:{self.port}"

    ending = False

    def serve_forever(self) -> None:
        """Answer until `shutdown`; a KeyboardInterrupt comes through."""
        wait = self.adj.asyncore_loop_timeout
        while not self.ending:
            wasyncore.loop(map=self._map, timeout=wait, use_poll=True, count=1)

    def shutdown(self) -> None:
        """Make `serve_forever` return, from any thread."""
        self.ending = True
        self.trigger.pull_trigger()

    def server_close(self) -> None:
        """Wait for what is being answered, then let go of the port and of every connection."""
        self.task_dispatcher.shutdown()
        wasyncore.close_all(self._map)


def open_server(app: WSGIApplication, host: str, port: int) -> Server:
    """Listen; port 0 takes a free one, `server.port` says which.

    Raises `CannotServeError` when the port is taken, the address is not ours or there is none.
    """
    _find(host)
    if not 0 <= port <= LAST_PORT:
        message = say("{port} is no port; choose one from 1 to {last}", port=port, last=LAST_PORT)
        raise CannotServeError(message)
    try:
        listening = socket.create_server((host, port))
    except OSError as error:
        message = say(
            "{address} cannot be used: {reason}; "
            "stop the other program or choose another port, for example inv serve --port 8001",
            address=f"{host}:{port}",
            reason=os.strerror(error.errno) if error.errno else str(error),
        )
        raise CannotServeError(message) from error
    return Server(
        _logged(app),
        _sock=listening,
        bind_socket=False,
        sockinfo=(listening.family, listening.type, listening.proto, listening.getsockname()),
        adj=Adjustments(
            sockets=[listening],
            ident=None,  # RFC 9110 § 10.2.4 leaves it to the operator to name the server
            threads=THREADS,
            max_request_header_size=LONGEST_HEAD,
        ),
    )


def _find(host: str) -> None:
    """Raise `CannotServeError` where no host is named, or one that has no address."""
    if not host.strip():  # the system would listen on every network
        raise CannotServeError(say("no host is named; write 127.0.0.1, or leave out '--host'"))
    try:
        socket.getaddrinfo(host, None, socket.AF_INET)
    except (socket.gaierror, UnicodeError) as error:
        message = say(
            "no IPv4 address can be found for '{host}'; check how it is written, or leave out "
            "'--host'",
            host=host,
        )
        raise CannotServeError(message) from error


@contextlib.contextmanager
def answering(app: WSGIApplication, port: int = 0) -> Iterator[Server]:
    """Serve on loopback in a thread of its own for as long as the context lasts."""
    server = open_server(app, "127.0.0.1", port)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _logged(app: WSGIApplication) -> WSGIApplication:
    """Note what did not answer: method, path and status, and nothing of the visitor."""

    def logged(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        def start(
            status: str, headers: list[tuple[str, str]], failure: OptExcInfo | None = None
        ) -> Callable[[bytes], object]:
            _log(int(status[:3]), environ["REQUEST_METHOD"], environ["PATH_INFO"])
            return start_response(status, headers, failure)

        return app(environ, start)

    return logged


def _log(status: int, method: str, path: str) -> None:
    """Log a path that did not answer; no address, no query, no header."""
    if status >= HTTPStatus.BAD_REQUEST:
        with contextlib.suppress(UnicodeError):
            path = path.encode("latin-1").decode()  # PEP 3333: bytes pass as Latin-1
        path = _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", path)
        LOG.warning("%s %s %s", int(status), method, path)
