"""The files that machines look for are there, whole."""

from __future__ import annotations

import datetime as dt
import json

from PIL import Image


def test_security_txt(built_site, facts):
    """RFC 9116: contact, an end less than a year after the review, languages, address."""
    end = facts.company.security.reviewed + dt.timedelta(days=364)
    assert (built_site / ".well-known/security.txt").read_text() == (
        f"Contact: mailto:{facts.company.email}\n"
        f"Expires: {end.isoformat()}T00:00:00Z\n"
        "Preferred-Languages: de, en\n"
        f"Canonical: {facts.company.site_url}/.well-known/security.txt\n"
    )


def test_gpc_json(built_site, facts):
    """W3C Global Privacy Control: honoured, since the day of the last review."""
    assert json.loads((built_site / ".well-known/gpc.json").read_bytes()) == {
        "gpc": True,
        "lastUpdate": facts.company.security.reviewed.isoformat(),
    }


def test_robots_txt(built_site, facts):
    """Everybody may read; the sitemap is named."""
    assert (built_site / "robots.txt").read_text() == (
        f"User-agent: *\nAllow: /\n\nSitemap: {facts.company.site_url}/sitemap.xml\n"
    )


def test_manifest_icons_are_what_they_say(built_site):
    """Every icon of the manifest is published, in the size that the manifest gives."""
    manifest = json.loads((built_site / "site.webmanifest").read_bytes())
    for icon in manifest["icons"]:
        with Image.open(built_site / icon["src"].lstrip("/")) as picture:
            assert f"{picture.width}x{picture.height}" == icon["sizes"]
    assert [icon["purpose"] for icon in manifest["icons"]] == ["any", "any", "maskable"]


def test_favicons_stand_at_the_root(built_site):
    """Browsers ask for these two without being told."""
    with Image.open(built_site / "favicon.ico") as icon:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    with Image.open(built_site / "apple-touch-icon.png") as icon:
        assert icon.size == (180, 180)
