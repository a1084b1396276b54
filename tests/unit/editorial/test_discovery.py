"""Files that machines look for, byte for byte."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from editorial import discovery
from editorial.discovery import Entry
from registers import source
from registers.company import Company
from tests.unit.pipeline import small_site

if TYPE_CHECKING:
    from pathlib import Path


def operator(root: Path) -> tuple[source.Source, Company]:
    """Give the operator of the small site."""
    (root / "company.toml").write_text(small_site.COMPANY)
    return source.load(root / "company.toml", root, Company)


def test_sitemap() -> None:
    """Pages are listed by address, with every language and the day of their last change."""
    pair = (("de", "/de/"), ("en", "/en/"), ("x-default", "/"))
    entries = [Entry("/de/", pair, dt.date(2026, 11, 24)), Entry("/")]
    assert discovery.sitemap(entries, "https://a.example").decode() == (
        "<?xml version='1.0' encoding='utf-8'?>\n"
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        "  <url>\n"
        "    <loc>https://a.example/</loc>\n"
        "  </url>\n"
        "  <url>\n"
        "    <loc>https://a.example/de/</loc>\n"
        "    <lastmod>2026-11-24</lastmod>\n"
        '    <xhtml:link rel="alternate" hreflang="de" href="https://a.example/de/" />\n'
        '    <xhtml:link rel="alternate" hreflang="en" href="https://a.example/en/" />\n'
        '    <xhtml:link rel="alternate" hreflang="x-default" href="https://a.example/" />\n'
        "  </url>\n"
        "</urlset>\n"
    )


def test_sitemap_is_xml() -> None:
    """An address with a character that XML knows is escaped."""
    text = discovery.sitemap([Entry("/?a&b")], "https://a.example")
    assert ElementTree.fromstring(text)[0][0].text == "https://a.example/?a&b"


def test_robots() -> None:
    """Everybody may read, and finds the sitemap."""
    assert discovery.robots("https://a.example") == (
        b"User-agent: *\nAllow: /\n\nSitemap: https://a.example/sitemap.xml\n"
    )


def test_security(tmp_path: Path) -> None:
    """security.txt ends 364 days after its review, whatever day it is built."""
    _, company = operator(tmp_path)
    assert discovery.security(company) == (
        b"Contact: mailto:post@maps.example\nExpires: 2027-11-23T00:00:00Z\n"
        b"Preferred-Languages: de, en\n"
        b"Canonical: https://maps.example/.well-known/security.txt\n"
    )


def test_expiry(tmp_path: Path) -> None:
    """The build warns 30 days before security.txt ends, at the key that moves its end."""
    read, company = operator(tmp_path)
    assert discovery.expiry(read, company, dt.date(2027, 10, 23)) == ()
    for day in (dt.date(2027, 10, 24), dt.date(2028, 1, 1)):
        (finding,) = discovery.expiry(read, company, day)
        assert f"{finding} ({finding.severity}, {finding.rule})" == (
            "company.toml:38:1: security.txt expires on 2027-11-23; see that the contact still "
            "answers, then set this to today's date (warning, expiring-contact)"
        )


def test_gpc(tmp_path: Path) -> None:
    """Global Privacy Control is honoured, since the day of the last review."""
    _, company = operator(tmp_path)
    assert json.loads(discovery.gpc(company)) == {"gpc": True, "lastUpdate": "2026-11-24"}


def test_manifest(tmp_path: Path) -> None:
    """The manifest names the site, its icons and its colours, and stays in the browser."""
    _, company = operator(tmp_path)
    written = discovery.manifest(company, [("/i.png", "192x192", "any")], ("#111", "#222"))
    assert json.loads(written) == {
        "name": "Karten",
        "short_name": "Karten",
        "lang": "de",
        "start_url": "/",
        "scope": "/",
        "display": "browser",
        "theme_color": "#111",
        "background_color": "#222",
        "icons": [{"src": "/i.png", "sizes": "192x192", "type": "image/png", "purpose": "any"}],
    }
