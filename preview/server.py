"""Werkzeug's server, with the table's headers on its own answers too, and without a memory."""

from __future__ import annotations

import logging
import os
import socket
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from delivery.policy import Target, headers_for
from messages import say

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

LOG = logging.getLogger("preview")
LAST_PORT = 65_535


class CannotServeError(Exception):
    """The server cannot start; the message is one sentence for the terminal."""

    exitcode = 2


class Handler(WSGIRequestHandler):
    """One request; the log has its method, path and status, and nothing of the visitor."""

    def send_response(self, code: int, message: str | None = None) -> None:
        """Begin a response, without `Server` (RFC 9110 § 10.2.4 leaves it to the operator)."""
        self.log_request(code)
        self.send_response_only(code, message)
        self.send_header("Date", self.date_time_string())

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what is no request: a malformed line, too many or too long headers."""
        del message, explain
        self.request_version = self.protocol_version  # else a half-read line passes for HTTP/0.9
        body = f"{int(code)} {HTTPStatus(code).phrase}\n".encode()
        self.send_response(code)
        for name, value in headers_for(Target.STABLE):
            self.send_header(name, value)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.close_connection = True
        self.end_headers()
        self.wfile.write(body)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Log a path that did not answer; no address, no query, no header."""
        del size
        if int(code) >= HTTPStatus.BAD_REQUEST:
            path = urlsplit(getattr(self, "path", "")).path.translate(self._control_char_table)
            LOG.warning("%s %s %s", int(code), getattr(self, "command", None) or "-", path)

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - werkzeug's name
        """Log a failure of the server itself, without the address of who asked."""
        if type == "error":
            LOG.error(message, *args)


def open_server(app: WSGIApplication, host: str, port: int) -> BaseWSGIServer:
    """Listen, one thread per connection; port 0 takes a free one, `server.port` says which.

    Raises `CannotServeError` when the port is taken or the address is not ours.
    """
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
    with listening:
        return make_server(
            host, port, app, threaded=True, request_handler=Handler, fd=listening.fileno()
        )
