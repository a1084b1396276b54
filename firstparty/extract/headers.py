"""Response headers to references; the tables say which header names which addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from firstparty.extract import relations, values
from firstparty.extract.words import words
from firstparty.model import Use

if TYPE_CHECKING:
    from collections.abc import Callable

    from firstparty.extract.page import Page, Place

# RFC 8288, section 3: targets in angle brackets, parameters after semicolons.
_LINK: Final = re.compile(r"""<([^>]*)>((?:[^,"<]|"(?:[^"\\]|\\.)*")*)""")
_PARAMETER: Final = re.compile(r""";\s*([\w*\-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]+))""")
_QUOTED: Final = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ALT_SVC: Final = re.compile(r"""[\w%\-]+\s*=\s*"([^"]*)\"""")

# Headers that hold one address.
_WHOLE: Final = {
    "content-location": Use.SITE_PART,
    "location": Use.REDIRECT,
    "sourcemap": Use.SOURCE_MAP,
    "x-sourcemap": Use.SOURCE_MAP,
}
# Headers in which every quoted string that is a URL is one that is contacted.
_QUOTED_ADDRESSES: Final = {
    "cross-origin-embedder-policy": Use.REPORTING,
    "cross-origin-opener-policy": Use.REPORTING,
    "expect-ct": Use.REPORTING,
    "nel": Use.REPORTING,
    "public-key-pins": Use.REPORTING,
    "report-to": Use.REPORTING,
    "reporting-endpoints": Use.REPORTING,
    "speculation-rules": Use.SPECULATION,
}
# Headers that name origins without contacting them, and those that hold no address.
_INERT: Final = words(
    """
    accept-ch access-control-allow-origin allow cache-control content-encoding
    content-language content-type cross-origin-resource-policy default-style delegate-ch
    document-policy feature-policy onion-location origin-agent-cluster origin-trial
    permissions-policy pics-label referrer-policy server-timing strict-transport-security
    supports-loading-mode timing-allow-origin vary via x-content-type-options x-frame-options
    x-permitted-cross-domain-policies x-robots-tag x-ua-compatible
    """
)


def read_header(name: str, value: str, page: Page, place: Place) -> str:
    """Note what one header (or `http-equiv`) in lower case refers to.

    Gives the URL of a refresh, which may be a document itself, else "".
    """
    if name in _WHOLE:
        page.refer(_WHOLE[name], value.strip().strip("\"'"), place)
    elif name in _QUOTED_ADDRESSES:
        use = _QUOTED_ADDRESSES[name]
        for match in _QUOTED.finditer(value):
            if not page.refer(use, match.group(1), place) and use is Use.SPECULATION:
                page.link(use, match.group(1))
    elif name in _GRAMMARS:
        return _GRAMMARS[name](value, page, place) or ""
    elif name not in _INERT:
        for piece in values.embedded(value):
            if page.suspect(Use.UNKNOWN_ATTRIBUTE, piece, place):
                break
    return ""


def _policy(value: str, page: Page, place: Place) -> None:
    for address in values.policy_addresses(value):
        page.refer(Use.REPORTING, address, place)


def _refresh(value: str, page: Page, place: Place) -> str:
    url = values.refresh(value)
    page.refer(Use.REDIRECT, url, place)
    return url


def _link(value: str, page: Page, place: Place) -> None:
    """RFC 8288; a link without a relation is not known to be inert."""
    for match in _LINK.finditer(value):
        written = [
            (n.lower(), quoted or plain) for n, quoted, plain in _PARAMETER.findall(match[2])
        ]
        parameters = dict(written)
        # The first relation counts (RFC 8288, 3.3); whoever reads another one is answered, too.
        rel = " ".join(value for name, value in written if name in {"rel", "rel*"})
        for use in relations.uses(rel):
            page.refer(use, match.group(1), place)
        for url in values.srcset(parameters.get("imagesrcset", "")):
            page.refer(Use.HINT, url, place)


def _alternative(value: str, page: Page, place: Place) -> None:
    """RFC 7838: an empty host is that of the site."""
    for match in _ALT_SVC.finditer(value):
        if not match.group(1).startswith(":"):
            page.refer(Use.ALTERNATIVE_SERVICE, f"https://{match.group(1)}", place)


def _prefetch_control(value: str, page: Page, place: Place) -> None:
    """Makes browsers look up the host of every link of the page."""
    if value.strip().lower() == "on":
        page.object(Use.LOOKUP, value.strip(), place)


_GRAMMARS: Final[dict[str, Callable[[str, Page, Place], str | None]]] = {
    "alt-svc": _alternative,
    "content-security-policy": _policy,
    "content-security-policy-report-only": _policy,
    "link": _link,
    "refresh": _refresh,
    "x-dns-prefetch-control": _prefetch_control,
}
