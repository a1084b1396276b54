"""Fonts that come after the first paint move next to nothing: fitted local fonts hold the place."""

from __future__ import annotations

from statistics import mean

import pytest

from tests.browser.addresses import ENGLISH, GERMAN

TELEPHONE = {"width": 412, "height": 823}  # Lighthouse's
PAINTED = """() => new Promise(done => new PerformanceObserver((list, observer) => {
    if (list.getEntriesByName("first-contentful-paint").length) {
        observer.disconnect();
        done();
    }
}).observe({type: "paint", buffered: true}))"""
#: All fonts in use have come, and two frames with them were drawn.
SET = """async () => {
    await document.fonts.ready;
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    return [...document.fonts].filter(f => f.status === "loaded" && f.display === "swap")
        .map(f => f.family).sort();
}"""
SHIFTS = """() => new Promise(done => {
    let sum = 0;
    const observer = new PerformanceObserver(list => {
        sum += list.getEntries().reduce((total, entry) => total + entry.value, 0);
    });
    observer.observe({type: "layout-shift", buffered: true});
    // A shift is reported after the frame that it happened in (Layout Instability § 4).
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum))));
})"""


class Held:
    """Fonts that the network keeps back until they are let go."""

    def __init__(self, page) -> None:
        self.waiting, self.free = [], False
        page.route("**/*.woff2", self._meet)

    def _meet(self, route) -> None:
        if self.free:
            route.continue_()
        else:
            self.waiting.append(route)

    def let_go(self) -> None:
        self.free = True
        for route in self.waiting:
            route.continue_()


@pytest.fixture
def late(browser, origin):
    """Open an address, let its fonts arrive after the first paint; give fonts and shift."""
    context = browser.new_context(viewport=TELEPHONE, locale="de-DE")

    def arrive(address: str, rule: str = "") -> tuple[set[str], float]:
        page = context.new_page()
        fonts = Held(page)
        if rule:
            page.route("**/main.*.css", lambda route: _spoilt(route, rule))
        page.goto(origin + address, wait_until="commit")
        page.evaluate(PAINTED)
        fonts.let_go()
        found = set(page.evaluate(SET)), page.evaluate(SHIFTS)
        page.close()
        return found

    yield arrive
    context.close()


def _spoilt(route, rule: str) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text() + rule)


def test_late_fonts_move_next_to_nothing(late):
    """Over all pages, fonts of ours that come late shift the layout by at most 0.01 on average.

    The average, because one line that breaks elsewhere may move a single page by more.
    """
    shifts = {}
    for address in GERMAN + ENGLISH:
        families, shifts[address] = late(address)
        assert {"Figtree", "Vollkorn"} <= families
    assert mean(shifts.values()) <= 0.01, shifts


def test_a_fallback_that_does_not_fit_would_be_seen(late):
    """With a fallback of another width and height, the home page shifts by more."""
    rule = ':root { --font-text: "Vollkorn", monospace; --font-label: "Figtree", monospace }'
    _, shift = late("/de/", rule)
    assert shift > 0.01
