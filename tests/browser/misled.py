"""Sites that lead journeys astray, and what the audit says of each, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from witness import local

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

SAID = {
    "forgetful": [
        "/index.html:1:1: the visit did not go as planned: "
        '"after choosing en, / led to {origin}/de/"; visit the page by hand '
        "(seen in: choose a language, storage allowed) [incomplete-visit]"
    ],
    "mute": [
        '/account/:1:1: cookie "session" was not set; mend what sets it, or the register '
        "(seen in: sign in, storage allowed) [missing-cookie]",
        'processing.toml:1:1: cookie "session" is declared in processing.toml but no scenario '
        "ever set it; delete the entry, or mend what sets it [never-set-cookie]",
    ],
    "clinging": [
        '/account/:1:1: cookie "session" was set although nobody asked for it; set it only where '
        "processing.toml says so (seen in: sign out, storage allowed) [unasked-cookie]"
    ],
}
"""By the function that serves the site: a choice that is not kept, a cookie that never comes, and
one that stays; `{origin}` stands for where it was visited."""


def forgetful(site: Path) -> WSGIApplication:
    """The site as somebody serves it who reads no cookie."""
    built = local.application(site)

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        environ.pop("HTTP_COOKIE", None)
        return built(environ, start_response)

    return answer


def without_header(site: Path, unwanted: Callable[[str, str], bool]) -> WSGIApplication:
    """The site with some of its headers kept back, by name and value."""
    built = local.application(site)

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        def start(status, headers, *failure):
            kept = [header for header in headers if not unwanted(*header)]
            return start_response(status, kept, *failure)

        return built(environ, start)

    return answer


def mute(site: Path) -> WSGIApplication:
    """The site as somebody serves it who sets no cookie."""
    return without_header(site, lambda name, _: name == "Set-Cookie")


def clinging(site: Path) -> WSGIApplication:
    """The site as somebody serves it who never takes a cookie back."""
    return without_header(site, lambda name, value: name == "Set-Cookie" and "Max-Age=0" in value)
