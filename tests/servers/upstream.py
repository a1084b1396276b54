"""An account service for servers: the stand-in of the preview, and one answer full of plants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from preview.app import create_app
from tests.unit.preview.conftest import FakeRegister

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from wsgiref.types import StartResponse, WSGIEnvironment

#: What no answer may carry, whoever sends it, and what the table says otherwise.
PLANTED = [
    ("NEL", '{"report_to": "x"}'),
    ("Report-To", "{}"),
    ("Reporting-Endpoints", 'x="https://example.org/"'),
    ("Server", "Planted/1.2.3"),
    ("X-Powered-By", "Planted/1.2.3"),
    ("Via", "1.1 planted"),
    ("Content-Security-Policy", "default-src *"),
    ("Cache-Control", "public, max-age=999"),
    ("Vary", "User-Agent"),
    ("Strict-Transport-Security", "max-age=0"),
]


class Account:
    """The WSGI application; `seen` are the headers of the last request to `/account/planted`.

    `paths` has the path of every request.
    """

    def __init__(self, site: Path) -> None:
        """Answer with the pages of a site."""
        self.seen: dict[str, str] = {}
        self.paths: list[str] = []
        self._app = create_app(site, register=FakeRegister())

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer as the preview does, except for one path."""
        self.paths.append(environ["PATH_INFO"])
        if environ["PATH_INFO"] != "/account/planted":
            return self._app(environ, start_response)
        self.seen = {n: str(v) for n, v in environ.items() if n.startswith("HTTP_")}
        start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8"), *PLANTED])
        return [b"planted\n"]
