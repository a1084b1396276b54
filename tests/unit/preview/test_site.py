"""From a path to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from preview.site import Moved, look_up

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/index.html", "index.html"),
        ("/de/", "de/index.html"),
        ("/de/index.html", "de/index.html"),
        ("/robots.txt", "robots.txt"),
        ("/.well-known/security.txt", ".well-known/security.txt"),
    ],
)
def test_found(root: Path, path: str, name: str) -> None:
    """A path gives the file of that name, a folder its index."""
    assert look_up(root, path) == root / name


def test_moved(root: Path) -> None:
    """A folder without its slash is one redirect away, on this very origin."""
    assert look_up(root, "/de") == Moved("/de/")


def test_moved_is_encoded(root: Path) -> None:
    """The new location is a valid header whatever the folder is called."""
    (root / "grüße %").mkdir()
    (root / "grüße %" / "index.html").touch()
    assert look_up(root, "/grüße %") == Moved("/gr%C3%BC%C3%9Fe%20%25/")


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/nothing/",
        "/de/ohne-index",
        "/de/ohne-index/",
        "/robots.txt/",
        "/robots.txt/more",
        "",
        "de/",
        "//de/",
        "/de//",
        "//example.org/de",
        "/de/../de/",
        "/../outside.html",
        "/de/../../outside.html",
        "/..\\outside.html",
        "/.",
        "/./de/",
        "/.git/config",
        "/de/.htaccess",
        "/de/.well-known/x.txt",
        "/.well-known/.hidden",
        "/.well-known/",
        "/.well-known",
        "/_headers",
        "/escape.html",
        "/de\0/",
        "/de\n/",
        "/" + "a" * 300,
        "/" + "a/" * 3000,
        "/\udcff",
        "/DE/",
    ],
)
def test_not_served(root: Path, path: str) -> None:
    """No listing, no hidden file, nothing outside, no odd name: it is simply not there."""
    assert look_up(root, path) is None
