"""The table of response headers."""

from __future__ import annotations

import pytest

from delivery.csp import DIRECTIVES, meta_policy
from delivery.permissions import FEATURES
from delivery.policy import HEADERS, Target, headers_for, is_fingerprinted, target_of

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "manifest-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
EVERYWHERE = {
    "Content-Security-Policy": CSP,
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in FEATURES),
    "X-DNS-Prefetch-Control": "off",
}
PERSONAL = {"Cache-Control": "no-store", "Vary": "Accept-Language, Cookie"}
CACHING = {
    Target.STABLE: {"Cache-Control": "no-cache", "Vary": "Accept-Encoding"},
    Target.FINGERPRINTED: {
        "Cache-Control": "public, max-age=31536000, immutable",
        "Vary": "Accept-Encoding",
    },
    Target.CHOICE: PERSONAL,
    Target.ACCOUNT: PERSONAL,
}


@pytest.mark.parametrize("target", Target)
def test_headers(target: Target) -> None:
    """Every response carries the whole set, once, and the cache rule of its kind."""
    headers = headers_for(target)
    assert dict(headers) == EVERYWHERE | CACHING[target]
    assert len(headers) == len(dict(headers))


def test_reasons() -> None:
    """Each entry of the tables says why, and the headers also where it is written."""
    assert [entry.name for entry in HEADERS if not (entry.why and entry.source)] == []
    assert [directive.name for directive in DIRECTIVES if not directive.why] == []


def test_no_reporting() -> None:
    """No header makes a browser report on its user, and none names the server."""
    unwanted = {"nel", "report-to", "reporting-endpoints", "server", "x-powered-by", "set-cookie"}
    assert {entry.name.lower() for entry in HEADERS} & unwanted == set()
    assert [entry.name for entry in HEADERS if "report-" in entry.value] == []


def test_features_are_sorted_and_unique() -> None:
    """The list of features reads like an index."""
    assert list(FEATURES) == sorted(set(FEATURES))


def test_meta_policy() -> None:
    """A `meta` element carries the policy without the directive that it may not carry."""
    assert meta_policy() == CSP.replace("frame-ancestors 'none'; ", "")


@pytest.mark.parametrize(
    ("path", "fingerprinted"),
    [
        ("/static/css/main.3f2a9c1b.css", True),
        ("/static/fonts/vollkorn-italic.00000000.woff2", True),
        ("/static/a.b.0123abcd.svg", True),
        ("/static/css/main.css", False),
        ("/static/css/main.3F2A9C1B.css", False),
        ("/static/css/main.3f2a9c1.css", False),
        ("/static/css/main.3f2a9c1bb.css", False),
        ("/static/css/.3f2a9c1b.css", False),
        ("/static/css/main.3f2a9c1b.css/", False),
        ("/de/main.3f2a9c1b.css", False),
    ],
)
def test_is_fingerprinted(path: str, fingerprinted: bool) -> None:  # noqa: FBT001 - a table
    """A name is kept for ever only when it holds eight hexadecimal digits under /static/."""
    assert is_fingerprinted(path) is fingerprinted


@pytest.mark.parametrize(
    ("path", "status", "target"),
    [
        ("/", 302, Target.CHOICE),
        ("/index.html", 200, Target.STABLE),
        ("/de/", 200, Target.STABLE),
        ("/account", 301, Target.ACCOUNT),
        ("/account/sign-in", 200, Target.ACCOUNT),
        ("/accounts/", 404, Target.STABLE),
        ("/static/css/main.3f2a9c1b.css", 200, Target.FINGERPRINTED),
        ("/static/css/main.3f2a9c1b.css", 206, Target.FINGERPRINTED),
        ("/static/css/main.3f2a9c1b.css", 304, Target.FINGERPRINTED),
        ("/static/css/main.3f2a9c1b.css", 404, Target.STABLE),
    ],
)
def test_target(path: str, status: int, target: Target) -> None:
    """The kind follows from path and status; a missing file is not missing for a year."""
    assert target_of(path, status) is target
