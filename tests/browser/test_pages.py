"""Every page in a real browser: contacts nobody, stores nothing, says nothing on the console."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tests.browser.addresses import BOTH, ENGLISH, EVERY, GERMAN
from tests.browser.conftest import NOTHING, PHONE, STORED

#: Elements that reach over the right edge of the window, when the page scrolls sideways.
OVERFLOW = """() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.body.querySelectorAll("*")]
        .filter(e => e.getBoundingClientRect().right > width + 1)
        .map(e => e.tagName + " " + e.textContent.trim().slice(0, 40));
}"""
#: What came over the network; the picture in the tab is fetched when the browser likes.
TRANSFERRED = """() => performance.getEntriesByType("resource")
    .filter(e => e.transferSize && e.initiatorType !== "other").map(e => e.name).sort()"""
SHIFT = """() => new Promise(done => new PerformanceObserver(list => {
    done(list.getEntries().reduce((sum, e) => sum + e.value, 0));
}).observe({type: "layout-shift", buffered: true}) || setTimeout(() => done(0), 200))"""


@pytest.mark.parametrize("address", EVERY)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_first_visit_contacts_nobody_and_stores_nothing(first_visit, origin, address, scheme):
    """All requests go to the site itself; no storage of any kind is used; the console is empty."""
    page, watched = first_visit(address, color_scheme=scheme)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    foreign = [url for url in watched.requests if not url.startswith(f"{origin}/")]
    assert foreign == []
    assert page.context.cookies() == []
    assert page.evaluate(STORED) == NOTHING
    assert watched.console == []


def test_a_visit_after_others_is_still_a_first_one(visit, first_visit):
    """Nothing comes from a cache; what a page before has stored is gone, and so is its name."""
    fresh, _ = visit("/de/")
    page, _ = first_visit("/de/")
    page.evaluate("""() => {
        document.cookie = "planted=1";
        localStorage.planted = sessionStorage.planted = window.name = "1";
    }""")
    for _ in range(2):
        page, _ = first_visit("/de/")
        assert page.context.cookies() == []
        assert page.evaluate(STORED) == NOTHING
        assert page.evaluate(TRANSFERRED) == fresh.evaluate(TRANSFERRED) != []


def test_a_contact_a_cookie_and_a_violation_would_be_seen(visit):
    """The watcher can fail: a planted picture, style sheet, cookie and storage item show."""
    page, watched = visit("/de/")
    with (
        page.expect_console_message(lambda message: "planted.invalid/x.png" in message.text),
        page.expect_console_message(lambda message: "planted.invalid/x.css" in message.text),
    ):
        page.evaluate("""() => {
            document.cookie = "planted=1";
            localStorage.planted = "1";
            const image = new Image();
            image.src = "https://planted.invalid/x.png";
            document.body.append(image);
            const link = document.createElement("link");
            link.rel = "stylesheet";
            link.href = "https://planted.invalid/x.css";
            document.head.append(link);
        }""")
    assert {cookie["name"] for cookie in page.context.cookies()} == {"planted"}
    assert page.evaluate(STORED)["local"] == {"planted": "1"}
    assert all("Content Security Policy" in text for text in watched.console)


@pytest.mark.parametrize("address", EVERY)
def test_nothing_overflows_at_320_px(turn_to, address):
    """No page scrolls sideways in a window of 320 px, the size of WCAG 1.4.10."""
    page = turn_to(address, viewport=PHONE)
    assert page.evaluate(OVERFLOW) == []


@pytest.mark.parametrize("address", EVERY)
def test_nothing_overflows_with_text_twice_as_large(turn_to_large_text, address):
    """With text at 200 % no page scrolls sideways at 640 px (WCAG 1.4.4)."""
    page = turn_to_large_text(address, viewport={"width": 640, "height": 900})
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") > 30
    assert page.evaluate(OVERFLOW) == []


@pytest.mark.parametrize("address", EVERY)
def test_everything_reads_the_same_without_script(turn_to, address):
    """Text and links are the same with scripts switched off."""
    with_script = turn_to(address)
    without = turn_to(address, java_script_enabled=False)
    assert without.content() == with_script.content()


@pytest.mark.parametrize("address", GERMAN + ENGLISH)
def test_the_layout_does_not_shift(first_visit, address):
    """Nothing moves once it is there: pictures have dimensions, nothing is put in later.

    Fonts are kept away; what they move when they arrive is measured in `test_late_fonts`.
    """
    page, _ = first_visit(address, blocked=".woff2")
    assert page.evaluate(SHIFT) == 0


def test_a_first_visit_to_home_is_light(visit, origin):
    """At most 8 requests and 120 KB of bodies, fonts and picture included."""
    for address in ("/de/", "/en/"):
        page, watched = visit(address, "networkidle")
        assert len(watched.requests) <= 8, watched.requests
        sizes = page.evaluate("""() => [...performance.getEntriesByType("navigation"),
            ...performance.getEntriesByType("resource")].map(e => [e.name, e.encodedBodySize])""")
        assert sum(size for _, size in sizes) <= 120_000, sizes
        assert {urlsplit(name).netloc for name, _ in sizes} == {urlsplit(origin).netloc}


@pytest.mark.parametrize("address", BOTH)
def test_the_pages_for_both_languages_lead_on(turn_to, address):
    """The gateway and the error page offer the home page in both languages."""
    page = turn_to(address)
    targets = {link.get_attribute("href") for link in page.locator("main a").all()}
    assert {"/de/", "/en/"} <= targets


def test_an_unknown_address_gets_the_error_page(browser, origin):
    """Status 404, and the bilingual page."""
    context = browser.new_context()
    response = context.new_page().goto(f"{origin}/there-is-no-such-page/")
    assert response.status == 404
    assert 'href="/en/"' in response.text()
    context.close()
