"""What machines are told of a notice is what its page says: version, days, language, words."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest

from editorial.facts import values
from registers import wording

if TYPE_CHECKING:
    from pathlib import Path

    from editorial.facts import Facts
    from tests.output.conftest import Newest, Published

CUSTOMERS = {"de": "/de/fuer-ihre-datenschutzerklaerung/", "en": "/en/for-your-privacy-notice/"}
PRIVACY = {"de": "/de/datenschutz/", "en": "/en/privacy/"}
HELD = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-"})
ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def described(page: Published) -> dict[str, Any]:
    """Give what the JSON-LD of a page says of the page."""
    (block,) = page.tree.css('script[type="application/ld+json"]')
    found: dict[str, Any] = json.loads(block.text())["@graph"][1]
    return found


@pytest.fixture(scope="module")
def notices(by_address: dict[str, Published]) -> list[Published]:
    """Give the pages that show a version: the texts in force, and each revision by itself."""
    found = [
        page for page in by_address.values() if page.tree.css_first("article > header .version")
    ]
    assert len(found) >= 2 * 5
    return found


def test_json_ld(notices: list[Published], facts: Facts) -> None:
    """Version, day, language, title, address and translation are those that the page shows."""
    for page in notices:
        data = described(page)
        box = page.tree.css(".version dd")
        days = page.tree.css(".version time")
        assert data["version"] == box[0].text(), page.address
        assert data["dateModified"] == days[0].attributes["datetime"]
        assert data["inLanguage"] == page.tree.css_first("html").attributes["lang"]
        assert data["name"] == page.tree.css_first("h1").text()
        assert data["url"] == facts.company.site_url + page.address
        shown = page.tree.css_first("header a[hreflang]")
        twin = facts.company.site_url + shown.attributes["href"]
        assert data["workTranslation"] == {"@id": twin}
        linked = page.tree.css_first(f'link[hreflang="{shown.attributes["hreflang"]}"]')
        if linked:  # a revision has a canonical address instead
            assert linked.attributes["href"] == twin


def test_days_are_written_as_they_are(notices: list[Published]) -> None:
    """The day that a visitor reads is the one that machines read in the same element."""
    for page in notices:
        lang = page.address[1:3]
        for time in page.tree.css(".version time"):
            day = time.attributes["datetime"]
            assert time.text().translate(HELD) == wording.date(dt.date.fromisoformat(day), lang)


def test_sitemap(built_site: Path, notices: list[Published], facts: Facts) -> None:
    """The sitemap dates each notice as its page does."""
    root = ElementTree.fromstring((built_site / "sitemap.xml").read_bytes())  # noqa: S314 - ours
    dated = {
        url.findtext("s:loc", "", SITEMAP): url.findtext("s:lastmod", "", SITEMAP)
        for url in root.findall("s:url", SITEMAP)
    }
    listed = [page for page in notices if not re.search(r"/\d{4}-\d\d-\d\d/", page.address)]
    assert {address for address, day in dated.items() if day} == {
        facts.company.site_url + page.address for page in listed
    }
    for page in listed:
        shown = page.tree.css_first(".version time").attributes["datetime"]
        assert dated[facts.company.site_url + page.address] == shown


def test_feed_of_versions(built_site: Path, by_address: dict[str, Published]) -> None:
    """The feed that pages name speaks their language, and dates each notice as its page does."""
    titles = {"de": "Rechtstexte und ihre Fassungen", "en": "legal texts and their versions"}
    for lang, title in titles.items():
        page = by_address[PRIVACY[lang]].tree
        link = page.css_first('link[type="application/atom+xml"]').attributes["href"]
        feed = ElementTree.fromstring((built_site / link.lstrip("/")).read_bytes())  # noqa: S314 - ours
        assert feed.findtext("a:title", "", ATOM).partition(": ")[2] == title
        days = [
            entry.findtext("a:published", "", ATOM)[:10] for entry in feed.findall("a:entry", ATOM)
        ]
        assert page.css_first(".version time").attributes["datetime"] in days


def test_gpc(built_site: Path, newest: Newest, facts: Facts) -> None:
    """gpc.json says that nothing is sold or shared: the notice names whoever receives data."""
    gpc = json.loads((built_site / ".well-known/gpc.json").read_bytes())
    assert gpc["gpc"] is True
    bases = {basis for a in facts.register.activities.values() for basis in a.legal_basis}
    assert "art-6-1-a" not in bases
    for lang, address in PRIVACY.items():
        rows = newest.page("privacy", address).tree.css("#recipients tbody th")
        named = [recipient.name[lang] for recipient in facts.register.recipients.values()]
        assert [row.text() for row in rows] == named


def paragraph(page: Published, lang: str) -> str:
    """Give the paragraph for customers as a page shows it."""
    shown = page.tree.css_first(f'blockquote[lang="{lang}"]').text().translate(HELD)
    return " ".join(shown.split())


@pytest.mark.parametrize("lang", ["de", "en"])
def test_customer_paragraph(newest: Newest, facts: Facts, lang: str) -> None:
    """The paragraph for customers is the same on both pages and holds facts of the register."""
    known = values(facts, lang)
    (text,) = {
        paragraph(newest.page("for-customers", address), lang) for address in CUSTOMERS.values()
    }
    for fact in ("company.legal_name", "company.address", "retention.access_logs"):
        assert known[fact] in text
    assert wording.BASES["art-6-1-f"][lang] in text
    assert text.endswith(facts.company.site_url + PRIVACY[lang])
    assert facts.register.activities["service-access"].third_countries == "none"


@pytest.mark.parametrize("lang", ["de", "en"])
def test_customer_paragraph_in_copies(
    built_site: Path, by_address: dict[str, Published], lang: str
) -> None:
    """Plain text and Markdown have the paragraph whole, as the page shows it."""
    for address in CUSTOMERS.values():
        text = paragraph(by_address[address], lang)
        stem = built_site / address.strip("/") / address.split("/")[-2]
        assert text in " ".join(stem.with_suffix(".txt").read_text("utf-8").split())
        quoted = re.sub(r"^> ?|\*\*", "", stem.with_suffix(".md").read_text("utf-8"), flags=re.M)
        assert text in " ".join(quoted.split())
