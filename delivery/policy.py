"""The one table of response headers: what each says, where it applies, why, and by which source.

Left out on purpose: `Server` says nothing a visitor needs; `NEL`, `Report-To` and
`Reporting-Endpoints` make browsers report on their users; `X-Frame-Options` is ignored beside
`frame-ancestors` (HTML § 7.5.2); `X-XSS-Protection`, `Expect-CT` and `Tk` are withdrawn;
`Integrity-Policy` blocks scripts of our own without a word in the console.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus

from delivery.csp import header_policy, meta_policy
from delivery.permissions import permissions_policy

__all__ = [
    "FINGERPRINTED",
    "HEADERS",
    "Header",
    "Target",
    "headers_for",
    "is_fingerprinted",
    "meta_policy",
    "target_of",
]


class Target(Enum):
    """What a response answers; the cache rules differ by it."""

    STABLE = "a file whose name stays when its content changes: every page, and every error"
    FINGERPRINTED = "a file under /static/ whose name holds a hash of its content"
    CHOICE = "the language choice at /"
    ACCOUNT = "the account service"


EVERYTHING = tuple(Target)
YEAR = 31_536_000  # seconds


@dataclass(frozen=True, slots=True)
class Header:
    """One response header, and the responses that carry it."""

    name: str
    value: str
    applies_to: tuple[Target, ...]
    why: str
    source: str


HEADERS = (
    Header(
        "Content-Security-Policy",
        header_policy(),
        EVERYTHING,
        "a page loads from its own origin or not at all; on pictures and scripts too, because "
        "an SVG opened by itself and a worker take the policy of their own response",
        "CSP Level 3 § 3.1",
    ),
    Header(
        "Strict-Transport-Security",
        f"max-age={2 * YEAR}; includeSubDomains",
        EVERYTHING,
        "nobody on the way reads or changes a page, nor plants a cookie from a subdomain",
        "RFC 6797 § 6.1, § 14.4",
    ),
    Header(
        "X-Content-Type-Options",
        "nosniff",
        EVERYTHING,
        "a file is what its type says, never what its bytes look like",
        "Fetch § 3.6",
    ),
    Header(
        "Referrer-Policy",
        "no-referrer",
        EVERYTHING,
        "a site that is linked to does not learn which page was read",
        "Referrer Policy § 3.1",
    ),
    Header(
        "Cross-Origin-Opener-Policy",
        "same-origin",
        EVERYTHING,
        "a window that opened one of these pages, or was opened by one, cannot reach it",
        "HTML § 7.1.3",
    ),
    Header(
        "Cross-Origin-Embedder-Policy",
        "require-corp",
        EVERYTHING,
        "a second lock on foreign resources, independent of the policy",
        "HTML § 7.1.4",
    ),
    Header(
        "Cross-Origin-Resource-Policy",
        "same-origin",
        EVERYTHING,
        "other sites cannot embed files from here and see who visits them",
        "Fetch § 3.7",
    ),
    Header(
        "Origin-Agent-Cluster",
        "?1",
        EVERYTHING,
        "the page shares no process and no document.domain with a sibling host",
        "HTML § 7.1.2",
    ),
    Header(
        "Permissions-Policy",
        permissions_policy(),
        EVERYTHING,
        "camera, location, client hints, advertising interfaces: no page needs any of them",
        "Permissions Policy § 5.1",
    ),
    Header(
        "X-DNS-Prefetch-Control",
        "off",
        EVERYTHING,
        "no name of a linked host is looked up before somebody follows the link",
        "no standard; Chromium, net/docs; MDN",
    ),
    Header(
        "Cache-Control",
        f"public, max-age={YEAR}, immutable",
        (Target.FINGERPRINTED,),
        "the name changes with the content, so a copy is never stale",
        "RFC 9111 § 5.2.2, RFC 8246 § 2",
    ),
    Header(
        "Cache-Control",
        "no-cache",
        (Target.STABLE,),
        "a copy is kept and asked about: a corrected notice is what everybody reads next",
        "RFC 9111 § 5.2.2.4",
    ),
    Header(
        "Cache-Control",
        "no-store",
        (Target.CHOICE, Target.ACCOUNT),
        "the answer is for one visitor and one moment",
        "RFC 9111 § 5.2.2.5",
    ),
    Header(
        "Vary",
        "Accept-Encoding",
        (Target.STABLE, Target.FINGERPRINTED),
        "compressed and plain copies are kept apart",
        "RFC 9110 § 12.5.5",
    ),
    Header(
        "Vary",
        "Accept-Language, Cookie",
        (Target.CHOICE, Target.ACCOUNT),
        "the answer depends on the visitor's language",
        "RFC 9110 § 12.5.5",
    ),
)

#: A path that names its content, for regular expressions of every kind.
FINGERPRINTED = r"/static/(?:[^/]+/)*[^/]+\.[0-9a-f]{8}\.[a-z0-9]+"


def headers_for(target: Target) -> tuple[tuple[str, str], ...]:
    """Give name and value of every header that a response of this kind carries."""
    return tuple((header.name, header.value) for header in HEADERS if target in header.applies_to)


def is_fingerprinted(path: str) -> bool:
    """Tell whether a path names its content: `/static/css/main.3f2a9c1b.css`."""
    return re.fullmatch(FINGERPRINTED, path) is not None


def target_of(path: str, status: int = 200) -> Target:
    """Say what a response answers; an error is never cached for ever, whatever its path."""
    if path == "/":
        return Target.CHOICE
    if path == "/account" or path.startswith("/account/"):
        return Target.ACCOUNT
    if status < HTTPStatus.BAD_REQUEST and is_fingerprinted(path):
        return Target.FINGERPRINTED
    return Target.STABLE
