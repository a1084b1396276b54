"""Both languages point at each other, completely."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from editorial import inventory, problems

ROOT = Path(__file__).resolve().parents[2]
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"

#: The addresses of the site: they are linked from outside and never change.
PAIRS = {
    "/de/": "/en/",
    "/de/kartendienste/": "/en/map-services/",
    "/de/ausprobieren/": "/en/try/",
    "/de/zugang/": "/en/access/",
    "/de/testzugang/": "/en/trial/",
    "/de/datenschutz/": "/en/privacy/",
    "/de/ihre-rechte/": "/en/your-rights/",
    "/de/fuer-ihre-datenschutzerklaerung/": "/en/for-your-privacy-notice/",
    "/de/impressum/": "/en/imprint/",
    "/de/barrierefreiheit/": "/en/accessibility/",
    "/de/fassungen/": "/en/versions/",
}
EVERY = sorted([*PAIRS, *PAIRS.values()])


@pytest.fixture(scope="session")
def site_url(facts):
    return facts.company.site_url


def _alternates(page):
    links = page.tree.css('link[rel="alternate"][hreflang]')
    return {link.attributes["hreflang"]: link.attributes["href"] for link in links}


def test_the_site_has_exactly_these_pages(by_address, facts):
    """The gateway, the error page, each page and each revision in both languages; nothing else."""
    with problems.collected():
        pages = inventory.take(ROOT / "content", ROOT)
    revisions = [
        f"{pages.find(name, lang).address}{revision.published.isoformat()}/"
        for name, history in facts.ledger.documents.items()
        for revision in history.revisions
        for lang in ("de", "en")
    ]
    assert sorted(by_address) == sorted(["/", "/404.html", *EVERY, *revisions])


def _gateway(site_url):
    return {"de": f"{site_url}/de/", "en": f"{site_url}/en/", "x-default": f"{site_url}/"}


def test_the_gateway_answers_the_home_pages(by_address, site_url):
    """The home pages name the gateway as x-default; it names them and itself."""
    assert _alternates(by_address["/"]) == _gateway(site_url)
    assert _alternates(by_address["/de/"]) == _gateway(site_url)


@pytest.mark.parametrize("german", PAIRS)
def test_alternates_are_reciprocal(by_address, site_url, german):
    """Both pages of a pair name the same two addresses and the gateway as x-default."""
    expected = {
        "de": site_url + german,
        "en": site_url + PAIRS[german],
        "x-default": f"{site_url}/",
    }
    assert _alternates(by_address[german]) == expected
    assert _alternates(by_address[PAIRS[german]]) == expected


@pytest.mark.parametrize("address", EVERY)
def test_a_page_says_its_language_and_its_address(by_address, site_url, address):
    """`lang` of the root and the canonical address follow the address."""
    tree = by_address[address].tree
    assert tree.css_first("html").attributes["lang"] == address[1:3]
    assert tree.css_first('link[rel="canonical"]').attributes["href"] == site_url + address


@pytest.mark.parametrize("address", EVERY)
def test_the_switch_speaks_the_other_language(by_address, address):
    """The language switch is a link, in the word and the `lang` of the other language."""
    other = "en" if address.startswith("/de/") else "de"
    links = by_address[address].tree.css("header a[hreflang]")
    target = PAIRS.get(address) or next(de for de, en in PAIRS.items() if en == address)
    assert [(a.attributes["href"], a.attributes["lang"], a.text(strip=True)) for a in links] == [
        (target, other, {"de": "Deutsch", "en": "English"}[other])
    ]


def test_the_sitemap_lists_every_page_with_its_languages(built_site, site_url):
    """Every address once, each with both languages and x-default; the gateway with the homes."""
    root = ElementTree.fromstring((built_site / "sitemap.xml").read_bytes())
    listed = {
        url.findtext(f"{MAP}loc"): {
            link.get("hreflang"): link.get("href") for link in url.iter(f"{XHTML}link")
        }
        for url in root
    }
    expected = {f"{site_url}/": _gateway(site_url)}
    for german, english in PAIRS.items():
        alternates = {
            "de": site_url + german,
            "en": site_url + english,
            "x-default": f"{site_url}/",
        }
        expected[site_url + german] = expected[site_url + english] = alternates
    assert listed == expected
    assert len(root) == len(expected)
