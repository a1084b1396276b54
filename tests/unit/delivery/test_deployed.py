"""A deployed copy is compared with the build: every file, every header."""

from __future__ import annotations

import gzip
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from werkzeug.test import Client

from delivery.deployed import Answer, expected
from pipeline.verify import compare
from preview.app import create_app
from tests.unit.preview.conftest import FakeRegister

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Change = Callable[[Answer], Answer]

FILES = {
    "index.html": "<!doctype html><title>Deutsch oder English</title>",
    "404.html": "<!doctype html><title>404</title><p>Hier ist nichts.",
    "de/index.html": "<!doctype html><title>Karten</title><p>" + "Grüße aus Oldenburg. " * 40,
    "de/index.html.gz": "a copy, made of the file above",
    "static/css/main.01234567.css": "p { color: red }\n" * 40,
    "_headers": "/*\n",
    "SHA256SUMS": "0a  de/index.html\n0b  index.html\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Write a built site."""
    for name, text in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "site"


def said(site: Path, at: str = "", change: Change | None = None, **asked: str) -> list[str]:
    """Compare with what the preview answers; one answer is changed on its way."""
    client = Client(create_app(site, register=FakeRegister()), use_cookies=False)

    def ask(path: str, headers: Mapping[str, str]) -> Answer:
        response = client.get(path, headers=dict(headers))
        answer = Answer(response.status_code, tuple(response.headers), response.get_data())
        wanted = path == at and asked.items() <= headers.items()
        return change(answer) if change and wanted else answer

    return [f"{finding} ({finding.rule})" for finding in compare(site, ask)]


def without(name: str) -> Change:
    """Drop a header."""
    return lambda answer: replace(
        answer, headers=tuple(pair for pair in answer.headers if pair[0] != name)
    )


def plus(name: str, value: str) -> Change:
    """Add a header."""
    return lambda answer: replace(answer, headers=(*answer.headers, (name, value)))


def instead(name: str, value: str) -> Change:
    """Give a header another value."""
    return lambda answer: plus(name, value)(without(name)(answer))


def test_addresses(site: Path) -> None:
    """Every file once, at the address that visitors ask for; redirects, and what is not there."""
    assert [(w.path, w.status, w.file or w.location) for w in expected(site)] == [
        ("/404.html", 200, "404.html"),
        ("/SHA256SUMS", 200, "SHA256SUMS"),
        ("/de/", 200, "de/index.html"),
        ("/de", 301, "/de/"),
        ("/index.html", 200, "index.html"),
        ("/static/css/main.01234567.css", 200, "static/css/main.01234567.css"),
        ("/no-such-page/", 404, "404.html"),
        ("/", 302, "/de/"),
        ("/", 302, "/de/"),
        ("/", 302, "/en/"),
    ]


def test_the_same(site: Path) -> None:
    """What production answers is what the build holds."""
    assert said(site) == []


CONFIGURATION = "use the configuration of the release"


@pytest.mark.parametrize(
    ("at", "change", "asked", "message"),
    [
        (
            "/de/",
            lambda answer: replace(answer, status=404),
            {},
            "/de/:1:1: answers 404 instead of 200; publish the release again (differing-status)",
        ),
        (
            "/de/",
            lambda answer: replace(answer, body=answer.body[:50] + b"!"),
            {"Accept-Encoding": "identity"},
            "/de/:1:1: the file differs from 'de/index.html' of the build from byte 51 on "
            "(51 bytes instead of 959); publish the release again (differing-file)",
        ),
        (
            "/static/css/main.01234567.css",
            without("Referrer-Policy"),
            {},
            "/static/css/main.01234567.css:1:1: the header 'Referrer-Policy' is missing; "
            f"{CONFIGURATION} (missing-header)",
        ),
        (
            "/no-such-page/",
            instead("X-Content-Type-Options", "sniff"),
            {},
            "/no-such-page/:1:1: the header 'X-Content-Type-Options' is 'sniff' instead of "
            f"'nosniff'; {CONFIGURATION} (differing-header)",
        ),
        (
            "/de/",
            instead("Content-Type", "text/html"),
            {},
            "/de/:1:1: the header 'Content-Type' is 'text/html' instead of "
            f"'text/html; charset=utf-8'; {CONFIGURATION} (differing-header)",
        ),
        (
            "/de/",
            plus("NEL", '{"report_to":"default"}'),
            {},
            '/de/:1:1: the header \'NEL: {"report_to":"default"}\' is not in the table; '
            f"{CONFIGURATION} (unwanted-header)",
        ),
        (
            "/de/",
            plus("Server", "nginx/1.22.1"),
            {},
            "/de/:1:1: the header 'Server: nginx/1.22.1' gives a version away; "
            f"{CONFIGURATION} (unwanted-header)",
        ),
        (
            "/de",
            instead("Location", "https://else.test/de/"),
            {},
            "/de:1:1: leads to 'https://else.test/de/' instead of '/de/'; "
            f"{CONFIGURATION} (differing-redirect)",
        ),
        (
            "/",
            instead("Location", "/de/"),
            {"Accept-Language": "en"},
            f"/:1:1: leads to '/de/' instead of '/en/'; {CONFIGURATION} "
            "(Accept-Language: en) (differing-redirect)",
        ),
        (
            "/de/",
            lambda answer: replace(answer, body=gzip.compress(b"older")),
            {"Accept-Encoding": "gzip"},
            "/de/:1:1: the answer in 'gzip', where 'gzip' was asked for, does not hold "
            "'de/index.html' of the build; publish the release again (differing-copy)",
        ),
        (
            "/de/",
            lambda answer: replace(answer, body=b"no brotli"),
            {"Accept-Encoding": "br"},
            "/de/:1:1: the answer in 'br', where 'br' was asked for, does not hold "
            "'de/index.html' of the build; publish the release again (differing-copy)",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and value.startswith("/") else "",
)
def test_what_differs(
    site: Path, at: str, change: Change, asked: dict[str, str], message: str
) -> None:
    """Each way to differ is said once, with the address and what to do."""
    assert said(site, at, change, **asked) == [message]


def test_what_may_differ(site: Path) -> None:
    """A server may vary by more, keep its name without a version, and leave small files plain."""
    assert said(site, "/de/", instead("Vary", "Cookie, accept-encoding")) == []
    assert said(site, "/de/", plus("Server", "nginx")) == []
    plain = (site / "de/index.html").read_bytes()
    uncompressed = lambda answer: replace(without("Content-Encoding")(answer), body=plain)  # noqa: E731
    assert said(site, "/de/", uncompressed, **{"Accept-Encoding": "br"}) == []


def test_surplus_file(site: Path) -> None:
    """What the deployed list of digests names besides is still published there."""
    more = FILES["SHA256SUMS"] + "0c  old/index.html\n"
    change: Change = lambda answer: replace(answer, body=more.encode())  # noqa: E731
    assert said(site, "/SHA256SUMS", change) == [
        "/SHA256SUMS:1:1: the file differs from 'SHA256SUMS' of the build from byte 34 on "
        "(52 bytes instead of 33); publish the release again (differing-file)",
        "/SHA256SUMS:1:1: 'old/index.html' is published and not part of the build; "
        "remove it there (surplus-file)",
    ]
