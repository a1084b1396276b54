"""A stand-in for the account service, so that every form and link works on a laptop.

It keeps nothing: no account, no session, no entry of a form, in memory or in a log.
Whoever brings a `session` cookie counts as signed in.
"""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING, Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined
from werkzeug import Response
from werkzeug.exceptions import (
    BadRequest,
    Forbidden,
    MethodNotAllowed,
    NotFound,
    ServiceUnavailable,
)

from delivery.csp import meta_policy
from delivery.language import COOKIE, LANGUAGES, choose_language
from preview.account_words import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from werkzeug import Request

SESSION = "session"
FIELDS = {"name", "email"}
NAME_LENGTH = 200
EMAIL_LENGTH = 254  # RFC 5321 § 4.5.3.1.3, without the angle brackets
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")

_TEMPLATES = Environment(
    loader=PackageLoader("preview", "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
)


class Cookie(Protocol):
    """What is needed of an entry of `[cookies]` in `processing.toml`."""

    def header(self, name: str, value: str) -> str:
        """Write the value of a `Set-Cookie` header, with every attribute of the register."""


class Register(Protocol):
    """What is needed of `processing.toml`."""

    @property
    def cookies(self) -> Mapping[str, Cookie]:
        """Give the cookies by name."""


def answer(request: Request, root: Path, register: Register) -> Response:
    """Answer a request below `/account/`; raise a werkzeug `HTTPException` for the rest."""
    page = Page(request, root)
    shown, done = SHOWN.get(request.path), DONE.get(request.path)
    if shown is None:
        raise NotFound
    if request.method in {"GET", "HEAD"}:
        return shown(request, page)
    if done is None or request.method != "POST":
        raise MethodNotAllowed(["GET", "HEAD", *(["POST"] if done else [])])
    # `Origin` is no help against forms of other sites: `no-referrer` makes it `null`.
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        raise Forbidden
    return done(request, page, register)


class Page:
    """A page of the stand-in, in the visitor's language: `?lang=`, else as at `/`."""

    def __init__(self, request: Request, root: Path) -> None:
        asked = request.args.get("lang")
        chosen = choose_language(
            request.cookies.get(COOKIE), request.headers.get("Accept-Language")
        )
        self.lang = asked if asked in LANGUAGES else chosen
        self.root = root

    def show(self, template: str, title: str, status: int = 200, **facts: object) -> Response:
        """Fill a template of `preview/templates/`."""
        other = next(language for language in LANGUAGES if language != self.lang)
        sheets = sorted((self.root / "static" / "css").glob("main.*.css"))
        text = _TEMPLATES.get_template(f"{template}.html").render(
            lang=self.lang,
            other=other,
            words=WORDS[self.lang],
            other_words=WORDS[other],
            title=title,
            content_policy=meta_policy(),
            stylesheets=[f"/static/css/{sheet.name}" for sheet in sheets[:1]],
            **facts,
        )
        return Response(text, status=status, content_type="text/html; charset=utf-8")

    def move_on(self, path: str, cookie: str | None = None) -> Response:
        """Send the browser to a page that it may reload (RFC 9110 § 15.4.4)."""
        response = Response(status=303, headers={"Location": f"{path}?lang={self.lang}"})
        if cookie is not None:
            response.headers.add("Set-Cookie", cookie)
        return response


def _request_trial(request: Request, page: Page, _: Register) -> Response:
    if not set(request.form) <= FIELDS:
        raise BadRequest
    name = request.form.get("name", "").strip()
    email = request.form.get("email", "").strip()
    wrong = []
    if not 0 < len(name) <= NAME_LENGTH:
        wrong.append("name")
    if len(email) > EMAIL_LENGTH or not _EMAIL.fullmatch(email):
        wrong.append("email")
    if wrong:
        return page.show("trial", "trial", status=422, name=name, email=email, wrong=wrong)
    return page.move_on("/account/trial/thanks")


def _sign_in(_: Request, page: Page, register: Register) -> Response:
    return page.move_on("/account/", _session(register, secrets.token_urlsafe(18)))


def _sign_out(_: Request, page: Page, register: Register) -> Response:
    # RFC 6265 § 5.3: the same name and path replace a cookie; § 5.2.2: with no time left.
    return page.move_on("/account/", f"{_session(register, '')}; Max-Age=0")


def _session(register: Register, value: str) -> str:
    """Write the cookie; without a readable register nobody knows what it may be."""
    if SESSION not in register.cookies:
        raise ServiceUnavailable
    return register.cookies[SESSION].header(SESSION, value)


def _overview(request: Request, page: Page) -> Response:
    return page.show("overview", "overview", signed_in=SESSION in request.cookies)


#: What GET shows.
SHOWN: dict[str, Callable[[Request, Page], Response]] = {
    "/account/": _overview,
    "/account/sign-in": lambda _, page: page.show("sign_in", "sign_in"),
    "/account/sign-out": lambda _, page: page.show("sign_out", "sign_out"),
    "/account/trial": lambda _, page: page.show("trial", "trial", name="", email="", wrong=()),
    "/account/trial/thanks": lambda _, page: page.show("thanks", "thanks"),
}
#: What POST does.
DONE: dict[str, Callable[[Request, Page, Register], Response]] = {
    "/account/sign-in": _sign_in,
    "/account/sign-out": _sign_out,
    "/account/trial": _request_trial,
}
