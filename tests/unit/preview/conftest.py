"""A small built site, a register, and a client for the application."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from werkzeug.test import Client

from preview.app import create_app
from tests.unit.preview.small_preview import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "<!doctype html><title>Karten</title><p>" + "Grüße aus Oldenburg. " * 40
FILES = {
    "index.html": "<!doctype html><title>Deutsch oder English</title>",
    "404.html": "<!doctype html><title>404</title><p>Hier ist nichts.",
    "de/index.html": PAGE,
    "en/index.html": "<!doctype html><title>Maps</title>",
    "de/ohne-index/notes.txt": "nichts",
    "static/css/main.01234567.css": "p { color: red }\n" * 40,
    "static/fonts/a.89abcdef.woff2": "w" * 400,
    "robots.txt": "User-agent: *\n",
    ".well-known/security.txt": "Contact: mailto:a@example.org\n",
    ".well-known/.hidden": "secret",
    ".git/config": "secret",
    "de/.htaccess": "secret",
    "de/.well-known/x.txt": "secret",
    "_headers": "/*\n",
    "unknown.xyz": "?",
}


@dataclass(frozen=True)
class FakeCookie:
    """An entry of the register."""

    attributes: str

    def header(self, name: str, value: str) -> str:
        """Write the cookie with its attributes."""
        return f"{name}={value}; {self.attributes}"


@dataclass(frozen=True)
class FakeRegister:
    """The part of the register that the account service needs."""

    cookies: dict[str, FakeCookie] = field(
        default_factory=lambda: {
            "session": FakeCookie("Path=/; Secure; HttpOnly; SameSite=Lax"),
        }
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write the built site."""
    site = tmp_path / "site"
    for name, text in FILES.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "outside.html").write_text("secret")
    (site / "escape.html").symlink_to(tmp_path / "outside.html")
    return site


@pytest.fixture
def client(root: Path) -> Client:
    """Ask the application without a socket; the cookie jar is the test's own business."""
    return Client(create_app(root, register=FakeRegister()), use_cookies=False)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Write the one text of the small site."""
    text = tmp_path / "content" / "a.md"
    text.parent.mkdir()
    text.write_text("First")
    (tmp_path / "processing.toml").write_bytes((REPOSITORY / "processing.toml").read_bytes())
    return text
