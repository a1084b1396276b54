"""Content types."""

from __future__ import annotations

import pytest

from delivery.content_types import content_type


@pytest.mark.parametrize(
    ("path", "value", "compress"),
    [
        ("de/index.html", "text/html; charset=utf-8", True),
        ("main.3f2a9c1b.css", "text/css; charset=utf-8", True),
        ("language.js", "text/javascript; charset=utf-8", True),
        ("sitemap.xml", "application/xml; charset=utf-8", True),
        ("privacy.txt", "text/plain; charset=utf-8", True),
        ("privacy.md", "text/markdown; charset=utf-8", True),
        ("tilt.de.json", "application/json", True),
        (".well-known/security.txt", "text/plain; charset=utf-8", True),
        (".well-known/gpc.json", "application/json", True),
        ("site.webmanifest", "application/manifest+json", True),
        ("mark.svg", "image/svg+xml; charset=utf-8", True),
        ("FAVICON.ICO", "image/vnd.microsoft.icon", True),
        ("map.avif", "image/avif", False),
        ("vollkorn.woff2", "font/woff2", False),
        ("unknown.xyz", "application/octet-stream", False),
        ("no-suffix", "application/octet-stream", False),
    ],
)
def test_content_type(path: str, value: str, compress: bool) -> None:  # noqa: FBT001 - a table
    """A suffix has one type; formats that are compressed already are left as they are."""
    kind = content_type(path)
    assert (kind.value, kind.compress) == (value, compress)
