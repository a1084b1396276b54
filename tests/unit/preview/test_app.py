"""What the application answers, header for header."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from werkzeug.test import Client

from delivery.policy import Target, headers_for
from preview.app import create_app
from tests.unit.delivery.language_cases import CASES, Case
from tests.unit.preview.conftest import FILES, FakeRegister

if TYPE_CHECKING:
    from pathlib import Path

CSS = "/static/css/main.01234567.css"


@pytest.mark.parametrize(
    ("method", "path", "headers", "status", "target"),
    [
        ("GET", "/", {}, 302, Target.CHOICE),
        ("HEAD", "/", {}, 302, Target.CHOICE),
        ("GET", "/index.html", {}, 200, Target.STABLE),
        ("GET", "/de/", {}, 200, Target.STABLE),
        ("HEAD", "/de/", {}, 200, Target.STABLE),
        ("GET", "/de", {}, 301, Target.STABLE),
        ("GET", CSS, {}, 200, Target.FINGERPRINTED),
        ("GET", CSS, {"Range": "bytes=0-3"}, 206, Target.FINGERPRINTED),
        ("GET", CSS, {"Range": "bytes=9999-"}, 416, Target.STABLE),
        ("GET", CSS, {"If-None-Match": "*"}, 304, Target.FINGERPRINTED),
        ("GET", "/static/css/main.76543210.css", {}, 404, Target.STABLE),
        ("GET", "/nothing", {}, 404, Target.STABLE),
        ("GET", "/.git/config", {}, 404, Target.STABLE),
        ("POST", "/de/", {}, 405, Target.STABLE),
        ("OPTIONS", "/de/", {}, 405, Target.STABLE),
        ("TRACE", "/", {}, 405, Target.CHOICE),
        ("GET", "/account", {}, 301, Target.ACCOUNT),
        ("GET", "/account/", {}, 200, Target.ACCOUNT),
        ("GET", "/account/nothing", {}, 404, Target.ACCOUNT),
        ("PUT", "/account/trial", {}, 405, Target.ACCOUNT),
        ("POST", "/account/trial", {}, 422, Target.ACCOUNT),
        ("POST", "/account/sign-in", {}, 303, Target.ACCOUNT),
    ],
)
def test_headers(  # noqa: PLR0913 - the columns of the table
    client: Client, method: str, path: str, headers: dict[str, str], status: int, target: Target
) -> None:
    """Every response carries the table: pages, errors, redirects, parts and 304."""
    response = client.open(path, method=method, headers=headers)
    assert response.status_code == status
    assert [(name, response.headers.getlist(name)) for name, _ in headers_for(target)] == [
        (name, [value]) for name, value in headers_for(target)
    ]
    if method == "HEAD":
        assert response.data == b""


@pytest.mark.parametrize("path", ["/", "/de/", "/nothing", "/account/", "/account/trial"])
def test_no_cookie(client: Client, path: str) -> None:
    """Nobody gets a cookie for looking."""
    assert "Set-Cookie" not in client.get(path).headers


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.fact)
def test_language(client: Client, case: Case) -> None:
    """The redirect at / follows the cases of the language choice."""
    headers = {}
    if case.accept_language is not None:
        headers["Accept-Language"] = case.accept_language
    if case.cookie is not None:
        headers["Cookie"] = f"language={case.cookie}"
    response = client.get("/", headers=headers)
    assert (response.status_code, response.headers["Location"]) == (302, f"/{case.language}/")


def test_gateway_is_a_plain_page(client: Client) -> None:
    """The page behind the redirect can be looked at."""
    assert client.get("/index.html").text == FILES["index.html"]


def test_redirect_stays_here(client: Client) -> None:
    """A path that looks like a host does not lead to it."""
    response = client.get("//example.org/%2e%2e")
    assert (response.status_code, response.headers.get("Location")) == (404, None)


def test_not_found(client: Client) -> None:
    """An address that leads nowhere shows the site's own page, with its status."""
    response = client.get("/nothing")
    assert (response.status_code, response.text) == (404, FILES["404.html"])
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"


def test_not_found_without_a_page(root: Path) -> None:
    """A site without 404.html has one line of text."""
    (root / "404.html").unlink()
    response = Client(create_app(root, register=FakeRegister())).get("/nothing")
    assert (response.status_code, response.text) == (404, "404 Not Found\n")


def test_methods(client: Client) -> None:
    """A refused method is told which ones there are."""
    response = client.put("/de/")
    assert (response.status_code, response.text) == (405, "405 Method Not Allowed\n")
    assert {name.strip() for name in response.headers["Allow"].split(",")} == {"GET", "HEAD"}


def test_unknown_type(client: Client) -> None:
    """A file nobody knows is a download, never a page."""
    assert client.get("/unknown.xyz").headers["Content-Type"] == "application/octet-stream"


def test_failure(
    root: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault of the server is a short answer with all headers, and a traceback in the log."""

    def fail_once(_: Path, path: str) -> None:
        if path == "/de/":
            raise ZeroDivisionError

    monkeypatch.setattr("preview.app.look_up", fail_once)
    with caplog.at_level(logging.ERROR, "preview"):
        response = Client(create_app(root, register=FakeRegister())).get("/de/")
    assert (response.status_code, response.text) == (500, "500 Internal Server Error\n")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert caplog.messages == ["the preview server failed at /de/"]
