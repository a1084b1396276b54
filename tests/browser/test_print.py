"""On paper the privacy page is a document."""

from __future__ import annotations

from functools import partial

import pytest


@pytest.fixture
def printed(turn_to):
    """The privacy page as the printer sees it."""
    return partial(turn_to, media="print")


@pytest.mark.parametrize("address", ["/de/datenschutz/", "/en/privacy/"])
def test_navigation_stays_off_the_paper(printed, address):
    """Neither menus nor the language switch are printed."""
    page = printed(address)
    assert [nav.is_visible() for nav in page.locator("nav").all()].count(True) == 0
    assert not page.locator("header a[hreflang]").is_visible()


@pytest.mark.parametrize("address", ["/de/datenschutz/", "/en/privacy/"])
def test_numbers_and_version_are_on_the_paper(printed, address):
    """Every number of a clause and the version box are printed."""
    page = printed(address)
    assert page.locator("dl.version").is_visible()
    numbers = page.locator("article a.number").all()
    assert len(numbers) > 20
    assert all(number.is_visible() for number in numbers)


@pytest.mark.parametrize("clause", ["contract-data", "contract-data-use", "term-contract-data"])
def test_no_clause_is_marked_on_the_paper(printed, clause):
    """Where a link has led is marked on the screen only: on paper all clauses look alike."""
    page = printed(f"/de/datenschutz/#{clause}")
    grounds = page.evaluate(
        """() => [...document.querySelectorAll(":target, :target .number, :target h3, :target dfn")]
            .map(e => getComputedStyle(e))
            .map(style => [style.backgroundColor, style.boxShadow])"""
    )
    assert grounds
    assert {*map(tuple, grounds)} == {("rgba(0, 0, 0, 0)", "none")}


def test_addresses_of_links_are_on_the_paper(printed):
    """A link that leaves the site is followed by its address."""
    page = printed("/de/ausprobieren/")
    after = page.evaluate("""() => [...document.querySelectorAll("main a[href^='http']")]
        .map(e => [e.getAttribute("href"), getComputedStyle(e, "::after").content])""")
    assert after
    assert [
        href for href, content in after if "attr(href)" not in content and href not in content
    ] == []


def test_the_document_fits_a4(turn_to):
    """The PDF has several pages and starts with the title of the document."""
    page = turn_to("/de/datenschutz/")
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF-")
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page/") + pdf.count(b"/Type /Page ") > 4
