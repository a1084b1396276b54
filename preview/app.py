"""The WSGI application: what production would answer, header for header."""

from __future__ import annotations

import logging
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
from preview import account
from preview.representation import represent
from preview.site import Moved, look_up

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

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
    root: Path, *, register: account.Register, live: Live | None = None
) -> WSGIApplication:
    """Serve the built site in `root` with the headers of `delivery.policy` on every response."""

    def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        request = FormRequest(environ)
        response = _respond(request, root, register, live)
        for name, value in headers_for(target_of(request.path, response.status_code)):
            response.headers[name] = value
        return response(environ, start_response)

    return application


def _respond(
    request: Request, root: Path, register: account.Register, live: Live | None
) -> Response:
    try:
        return _answer(request, root, register, live)
    except HTTPException as error:
        return _explain(request, root, error, live)
    except Exception:
        LOG.exception("the preview server failed at %s", request.path)
        return _explain(request, root, InternalServerError(), live)


def _answer(
    request: Request, root: Path, register: account.Register, live: Live | None
) -> Response:
    if live is not None and (response := live.answer(request)) is not None:
        return response
    if request.path == "/account":
        return redirect("/account/", HTTPStatus.MOVED_PERMANENTLY)
    if target_of(request.path) is Target.ACCOUNT:
        response = account.answer(request, root, register)
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
    match look_up(root, request.path):
        case None:
            raise NotFound
        case Moved(location):
            return redirect(location, HTTPStatus.MOVED_PERMANENTLY)
        case file:
            return represent(request, file.name, _read(file, request.path, live))


def _explain(request: Request, root: Path, error: HTTPException, live: Live | None) -> Response:
    """Answer an error: the site's own page for 404, one line of text for the rest."""
    status = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
    page = look_up(root, NOT_FOUND)
    if status == HTTPStatus.NOT_FOUND and page is not None and not isinstance(page, Moved):
        return represent(request, page.name, _read(page, NOT_FOUND, live), status)
    response = Response(f"{line(status)}\n", status, content_type="text/plain; charset=utf-8")
    for name, value in error.get_headers(request.environ):
        if name != "Content-Type":
            response.headers[name] = value
    return response


def _read(file: Path, address: str, live: Live | None) -> bytes:
    body = file.read_bytes()
    return live.inject(body, address) if live is not None and file.suffix == HTML else body
