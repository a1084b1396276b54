"""`logs.paths`: what of a target is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from logs.paths import written

REPOSITORY = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("", None),
        ("/", "/"),
        ("/de/datenschutz/", "/de/datenschutz/"),
        ("/de/datenschutz/?key=SECRET", "/de/datenschutz/"),
        ("/de/datenschutz/2026-11-26/", "/de/datenschutz/2026-11-26/"),
        ("/static/css/main.1f9a2801.css", "/static/css/main.1f9a2801.css"),
        ("/static/images/icon-512.dcf76d9b.png", "/static/images/icon-512.dcf76d9b.png"),
        ("/css/main.1f9a2801.css", "/css/*"),
        ("/.well-known/security.txt", "/.well-known/security.txt"),
        ("/wp-login.php", "/wp-login.php"),
        ("/tiles/style.default/12/2201/1343.png", "/tiles/style.default/12/2201/1343.png"),
        (
            "/tiles/k3y5ecret/style.default/12/2201/1343.png",
            "/tiles/*/style.default/12/2201/1343.png",
        ),
        ("/tiles/AKIAIOSFODNNEXAMPLEKEYABCDEF/1.png", "/tiles/*/1.png"),
        ("/tiles/aBcDeFgHiJkL/1.png", "/tiles/*/1.png"),
        ("/tiles/7d3f0e9c/1.png", "/tiles/*/1.png"),
        ("/a;jsessionid=1", "/a"),
        ("/a#b", "/a"),
        ("/anna@example.org", "/*"),
        ("/%61nna%40example.org", "/*"),
        ("/%64e/", "/de/"),
        ("/%2564e/", "/*/"),
        ("/..%2f../x", "/*/x"),
        ("/../x", "/*/x"),
        ("/über/", "/*/"),
        ("/a%00b", "/*"),
        ("/a\\b", "/*"),
        ("/203.0.113.77", "/*"),
        ("/203-0-113-77/", "/*/"),
        ("/%32%30%33.0.113.77", "/*"),
        ("/3405803853", "/*"),
        ("/0xcb00714d", "/*"),
        ("/2001:db8:85a3::8a2e", "/*"),
        ("/static/name.cb00714d.7", "/static/*"),
        ("http://203.0.113.77/de/?q=1", "/de/"),
        ("HTTPS://user:pass@example.org", "*"),
        ("*", "*"),
        ("example.org:443", "*"),
        ("/" + "a/" * 20, "/" + "a/" * 12 + "*"),
        ("/" + "a" * 9000, "/*"),
        ("/" + "-".join("words" * 12), "/*"),
    ],
)
def test_written(target: str, path: str | None) -> None:
    """Plain words remain; the query never, nor anything that may be a key, an address, a name."""
    assert written(target) == path
