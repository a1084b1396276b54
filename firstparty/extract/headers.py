"""Response headers to references; the table says which header names which addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from firstparty.extract import relations, values
from firstparty.model import Use

if TYPE_CHECKING:
    from firstparty.extract.page import Page, Place

_LINK: Final = re.compile(r"""<([^>]*)>((?:[^,"<]|"(?:[^"\\]|\\.)*")*)""")
_REL: Final = re.compile(r""";\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))""", re.IGNORECASE)
_QUOTED: Final = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ALT_SVC: Final = re.compile(r"""[\w%\-]+\s*=\s*"([^"]*)\"""")


def read_header(name: str, value: str, where: str, page: Page, place: Place) -> str:
    """Note what one header (or `http-equiv`) refers to; gives the URL of a refresh."""
    if name in {"content-security-policy", "content-security-policy-report-only"}:
        for address in values.policy_addresses(value):
            page.refer(Use.REPORTING, address, where, place)
    elif name == "refresh":
        url = values.refresh(value)
        page.refer(Use.REDIRECT, url, where, place)
        return url
    elif name == "link":
        _link(value, where, page, place)
    elif name in _WHOLE:
        page.refer(_WHOLE[name], value.strip().strip("\"'"), where, place)
    elif name in _QUOTED_URLS:
        use = _QUOTED_URLS[name]
        for match in _QUOTED.finditer(value):
            page.refer(use, match.group(1), where, place)
    elif name == "alt-svc":
        for match in _ALT_SVC.finditer(value):
            if not match.group(1).startswith(":"):
                page.refer(Use.ALTERNATIVE_SERVICE, f"https://{match.group(1)}", where, place)
    elif name not in INERT:
        for piece in values.embedded(value):
            if page.suspect(Use.UNKNOWN_ATTRIBUTE, piece, where, place):
                break
    return ""


# Headers that hold one address.
_WHOLE: Final = {
    "content-location": Use.LINK,
    "location": Use.REDIRECT,
    "service-worker-allowed": Use.LINK,
    "sourcemap": Use.SOURCE_MAP,
    "x-sourcemap": Use.SOURCE_MAP,
}
# Headers in which every quoted string that is a URL is one that is contacted.
_QUOTED_URLS: Final = {
    "nel": Use.REPORTING,
    "report-to": Use.REPORTING,
    "reporting-endpoints": Use.REPORTING,
    "speculation-rules": Use.SPECULATION,
}
# Headers that name origins without contacting them, and those that hold no address.
INERT: Final = frozenset(
    """
    accept-ch access-control-allow-origin allow cache-control content-encoding
    content-language content-security-policy-template content-type critical-ch
    cross-origin-embedder-policy cross-origin-opener-policy cross-origin-resource-policy
    default-style delegate-ch document-policy feature-policy integrity-policy no-vary-search
    onion-location origin-agent-cluster origin-trial permissions-policy pics-label
    referrer-policy server-timing set-cookie strict-transport-security supports-loading-mode
    timing-allow-origin vary via x-content-type-options x-dns-prefetch-control
    x-frame-options x-permitted-cross-domain-policies x-robots-tag x-ua-compatible
    """.split()
)


def _link(value: str, where: str, page: Page, place: Place) -> None:
    """RFC 8288; a link without a relation is not known to be inert."""
    for match in _LINK.finditer(value):
        rel = _REL.search(match.group(2))
        uses = relations.uses(rel.group(1) or rel.group(2) or "") if rel else [Use.RELATION]
        for use in uses:
            page.refer(use, match.group(1), where, place)
