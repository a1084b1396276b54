"""The `_headers` file for static hosts."""

from __future__ import annotations

from delivery.policy import EVERYTHING, HEADERS
from delivery.static_hosts import REDIRECTS, headers_file

EVERYWHERE = "/*\n" + "".join(
    f"  {h.name}: {h.value}\n" for h in HEADERS if h.applies_to == EVERYTHING
)
CACHED = "  Cache-Control: public, max-age=31536000, immutable\n"


def test_all_fingerprinted() -> None:
    """One rule covers /static/ when every name in it holds its hash."""
    paths = ["/de/index.html", "/static/css/a.01234567.css", "/static/js/b.89abcdef.js"]
    assert headers_file(paths) == f"{EVERYWHERE}/static/*\n{CACHED}"


def test_some_fingerprinted() -> None:
    """A plain name must not be kept for ever: its neighbours have rules of their own."""
    paths = [
        "/static/b.89abcdef.js",
        "/static/css/a.01234567.css",
        "/static/css/deep/b.01234567.css",
        "/static/fonts/c.01234567.woff2",
        "/static/fonts/licence.txt",
    ]
    patterns = ["/static/css/*", "/static/fonts/c.01234567.woff2", "/static/b.89abcdef.js"]
    assert headers_file(paths) == EVERYWHERE + "".join(f"{p}\n{CACHED}" for p in patterns)


def test_nothing_static() -> None:
    """A site without such files gets no rule for them."""
    assert headers_file(["/de/index.html"]) == EVERYWHERE


def test_line_length() -> None:
    """Cloudflare Pages reads lines of up to 2,000 characters."""
    assert [line for line in headers_file([]).splitlines() if len(line) > 2000] == []


def test_redirects() -> None:
    """Every rule stays on the origin, and none stands in the way of a file."""
    rules = [line.split() for line in REDIRECTS.splitlines() if not line.startswith("#")]
    assert rules == [["/account", "/account/", "301"]]
