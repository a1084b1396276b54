"""The WSGI application: what production would answer, header for header."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Protocol

from werkzeug import Request, Response
from werkzeug.exceptions import (
    HTTPException,
    InternalServerError,
    MethodNotAllowed,
    NotFound,
    RequestEntityTooLarge,
)
from werkzeug.utils import redirect

from delivery import limits
from delivery.language import COOKIE, choose_language
from delivery.phrases import line
from delivery.policy import Target, headers_for, target_of
from delivery.release import COMPRESS_AT_ONCE
from preview import account
from preview.representation import represent
from preview.site import Moved, look_up

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from delivery.release import Compressors

LOG = logging.getLogger("preview")
HTML = ".html"
NOT_FOUND = "/404.html"


class Live(Protocol):
    """What a live preview adds: answers of its own, and a script in every page."""

    def answer(self, request: Request) -> Response | None:
        """Answer below `/__preview__/`, or anything while there is no site; else None."""

    def inject(self, page: bytes, address: str) -> bytes:
        """Put scripts of the preview into the page at an address, on its way out."""


class FormRequest(Request):
    """A request that may carry a small form and nothing else."""

    max_content_length = limits.BODY.value
    max_form_memory_size = limits.BODY.value
    max_form_parts = 10


def create_app(
    root: Path,
    *,
    register: account.Register,
    live: Live | None = None,
    compressors: Compressors = COMPRESS_AT_ONCE,
) -> WSGIApplication:
    """Serve the built site in `root` with the headers of `delivery.policy` on every response."""
    served = _Served(root, register, live, compressors)

    def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        request = FormRequest(environ)
        response = served.respond(request)
        for name, value in headers_for(target_of(request.path, response.status_code)):
            response.headers[name] = value
        return response(environ, start_response)

    return application


@dataclass(frozen=True, slots=True)
class _Served:
    """A site, and how it answers."""

    root: Path
    register: account.Register
    live: Live | None
    compressors: Compressors

    def respond(self, request: Request) -> Response:
        """Answer a request, come what may."""
        try:
            return self._answer(request)
        except HTTPException as error:
            return self._explain(request, error)
        except Exception:
            LOG.exception("the preview server failed at %s", request.path)
            return self._explain(request, InternalServerError())

    def _answer(self, request: Request) -> Response:
        live = self.live
        if live is not None and (response := live.answer(request)) is not None:
            return response
        if request.path == "/account":
            return redirect("/account/", HTTPStatus.MOVED_PERMANENTLY)
        if target_of(request.path) is Target.ACCOUNT:
            response = account.answer(request, self.root, self.register)
            if live is not None:
                response.set_data(live.inject(response.get_data(), request.path))
            return response
        if (request.content_length or 0) > limits.BODY.value:
            raise RequestEntityTooLarge
        if request.method not in limits.READING:
            raise MethodNotAllowed(limits.READING)
        if request.path == "/":
            language = request.cookies.get(COOKIE), request.headers.get("Accept-Language")
            return redirect(f"/{choose_language(*language)}/", HTTPStatus.FOUND)
        match look_up(self.root, request.path):
            case None:
                raise NotFound
            case Moved(location):
                return redirect(location, HTTPStatus.MOVED_PERMANENTLY)
            case file:
                return self._file(request, file, request.path)

    def _explain(self, request: Request, error: HTTPException) -> Response:
        """Answer an error: the site's own page for 404, one line of text for the rest."""
        status = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
        page = look_up(self.root, NOT_FOUND)
        if status == HTTPStatus.NOT_FOUND and page is not None and not isinstance(page, Moved):
            return self._file(request, page, NOT_FOUND, status)
        response = Response(f"{line(status)}\n", status, content_type="text/plain; charset=utf-8")
        for name, value in error.get_headers(request.environ):
            if name != "Content-Type":
                response.headers[name] = value
        return response

    def _file(
        self, request: Request, file: Path, address: str, status: HTTPStatus = HTTPStatus.OK
    ) -> Response:
        body = file.read_bytes()
        if self.live is not None and file.suffix == HTML:
            body = self.live.inject(body, address)
        return represent(request, file.name, body, self.compressors, status)
