"""Files that machines look for at known places: sitemap, robots, security.txt and others."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from firstparty.model import Severity
from messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from firstparty.model import Finding
    from registers.company import Company
    from registers.source import Source

ROBOTS = "/robots.txt"
SITEMAP = "/sitemap.xml"
SECURITY = "/.well-known/security.txt"
GPC = "/.well-known/gpc.json"
MANIFEST = "/site.webmanifest"
PATHS = (ROBOTS, SITEMAP, SECURITY, GPC, MANIFEST)

#: RFC 9116, section 2.5.5, recommends less than a year.
_VALID = dt.timedelta(days=364)
WARN_BEFORE = dt.timedelta(days=30)

_SITEMAP_NS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML_NS = "http://www.w3.org/1999/xhtml"


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the sitemap: its addresses by language, and when its text was last published."""

    address: str
    alternates: tuple[tuple[str, str], ...] = ()
    modified: dt.date | None = None


def sitemap(entries: Iterable[Entry], site_url: str) -> bytes:
    """List the pages with all their languages (sitemaps.org 0.9, `xhtml:link` alternates)."""
    ElementTree.register_namespace("", _SITEMAP_NS)
    ElementTree.register_namespace("xhtml", _XHTML_NS)
    root = ElementTree.Element(f"{{{_SITEMAP_NS}}}urlset")
    for entry in sorted(entries, key=lambda e: e.address):
        url = ElementTree.SubElement(root, f"{{{_SITEMAP_NS}}}url")
        ElementTree.SubElement(url, f"{{{_SITEMAP_NS}}}loc").text = site_url + entry.address
        if entry.modified:
            date = entry.modified.isoformat()
            ElementTree.SubElement(url, f"{{{_SITEMAP_NS}}}lastmod").text = date
        for lang, address in entry.alternates:
            attributes = {"rel": "alternate", "hreflang": lang, "href": site_url + address}
            ElementTree.SubElement(url, f"{{{_XHTML_NS}}}link", attributes)
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def robots(site_url: str) -> bytes:
    """Let everybody read, and say where the sitemap is (RFC 9309)."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}{SITEMAP}\n".encode()


def expires(company: Company) -> dt.date:
    """Say when security.txt ends: counted from the day of its last review, not from today."""
    return company.security.reviewed + _VALID


def expiry(read: Source, company: Company, today: dt.date) -> tuple[Finding, ...]:
    """Warn when security.txt ends within 30 days, at the key that moves its end."""
    end = expires(company)
    if today < end - WARN_BEFORE:
        return ()
    message = say(
        "security.txt expires on {day}; "
        "see that the contact still answers, then set this to today's date",
        day=end.isoformat(),
    )
    key = ("security", "reviewed")
    return (replace(read.finding(key, "expiring-contact", message), severity=Severity.WARNING),)


def security(company: Company) -> bytes:
    """Write security.txt (RFC 9116); the same commit always writes the same file."""
    lines = (
        f"Contact: mailto:{company.email}",
        f"Expires: {expires(company).isoformat()}T00:00:00Z",
        "Preferred-Languages: de, en",
        f"Canonical: {company.site_url}{SECURITY}",
    )
    return ("\n".join(lines) + "\n").encode()


def gpc(company: Company) -> bytes:
    """Say that Global Privacy Control is honoured (W3C GPC, section 5)."""
    value = {"gpc": True, "lastUpdate": company.security.reviewed.isoformat()}
    return (json.dumps(value, indent=2) + "\n").encode()


def manifest(
    company: Company, icons: Iterable[tuple[str, str, str]], colours: tuple[str, str]
) -> bytes:
    """Write the web manifest; an icon is address, sizes, purpose; colours: theme and ground."""
    value = {
        "name": company.short_name,
        "short_name": company.short_name,
        "lang": "de",
        "start_url": "/",
        "scope": "/",
        "display": "browser",
        "theme_color": colours[0],
        "background_color": colours[1],
        "icons": [
            {"src": src, "sizes": sizes, "type": "image/png", "purpose": purpose}
            for src, sizes, purpose in icons
        ],
    }
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()
