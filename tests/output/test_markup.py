"""The published HTML is valid where it counts, and every link inside the site arrives."""

from __future__ import annotations

import json
import re

import html5lib
import pytest

DATA_BLOCK = "application/ld+json"


def _ids(page):
    return [node.attributes["id"] for node in page.tree.css("[id]")]


def test_every_page_parses_without_an_error(pages):
    """html5lib, strict, finds no parse error on any page."""
    errors = {}
    for page in pages:
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(page.text)
        errors[page.address] = parser.errors
    assert {address: found for address, found in errors.items() if found} == {}


def test_a_parse_error_would_be_found(pages):
    """The check can fail: an unclosed element on the first page is an error."""
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(pages[0].text.replace("</main>", "</b></main>"))
    assert [error[1] for error in parser.errors] == ["unexpected-end-tag"]


def test_ids_are_unique(pages):
    """No id stands twice on a page."""
    twice = {p.address: sorted({i for i in _ids(p) if _ids(p).count(i) > 1}) for p in pages}
    assert {address: ids for address, ids in twice.items() if ids} == {}


def test_every_link_inside_the_site_arrives(built_site, pages):
    """Every path is published and every fragment has its id; /account/ is the service's."""
    ids = {page.address: set(_ids(page)) for page in pages}
    broken = []
    for page in pages:
        for link in page.tree.css("a[href], link[href], img[src], source[srcset], script[src]"):
            names = ("href", "src", "srcset")
            target = next(link.attributes[n] for n in names if link.attributes.get(n))
            if re.match(r"[a-z]+:", target) or target.startswith("/account/"):
                continue
            path, _, fragment = target.partition("#")
            path = path or page.address
            file = built_site / path.lstrip("/")
            there = file.is_file() or (file / "index.html").is_file()
            if not there or (fragment and fragment not in ids[path]):
                broken.append((page.address, target))
    assert broken == []


def test_nothing_is_inline(pages):
    """No style attribute or element, no event handler, no script with code of its own."""
    found = []
    for page in pages:
        found += [(page.address, "style") for _ in page.tree.css("style, [style]")]
        for script in page.tree.css("script:not([src])"):
            if script.attributes.get("type") != DATA_BLOCK:
                found.append((page.address, "script"))
        for node in page.tree.css("*"):
            found += [(page.address, name) for name in node.attributes if name.startswith("on")]
    assert found == []


def test_every_picture_has_size_and_words(pages):
    """Width and height are given, and `alt` is there; empty only beside words in a link."""
    bad = []
    for page in pages:
        for image in page.tree.css("img"):
            attributes = image.attributes
            sized = all((attributes.get(n) or "").isdigit() for n in ("width", "height"))
            # selectolax gives None for an empty value
            beside_words = "alt" in attributes and image.parent.text(strip=True)
            spoken = attributes.get("alt") or beside_words
            if not (sized and spoken):
                bad.append((page.address, attributes.get("src")))
    assert bad == []


@pytest.mark.parametrize("name", ["lang", "hreflang"])
def test_languages_are_known(pages, name):
    """Every language named in the markup is one of ours."""
    found = {node.attributes[name] for page in pages for node in page.tree.css(f"[{name}]")}
    assert found <= {"de", "en", "x-default"}


def test_every_page_describes_itself_to_machines(pages, facts):
    """JSON-LD names operator, page, language and translation as the page has them."""
    for page in pages:
        (block,) = page.tree.css(f'script[type="{DATA_BLOCK}"]')
        organisation, described = json.loads(block.text())["@graph"]
        assert organisation["@type"] == "Organization"
        assert organisation["name"] == facts.company.legal_name
        assert described["@type"] == "WebPage"
        assert described["url"] == facts.company.site_url + page.address
        twin = page.tree.css_first("header a[hreflang]")
        if page.address.startswith(("/de/", "/en/")):
            assert described["inLanguage"] == page.address[1:3]
            wanted = {"@id": facts.company.site_url + twin.attributes["href"]}
            assert described["workTranslation"] == wanted
        else:
            assert described["inLanguage"] == ["de", "en"]
