"""What the accessibility statement says was tested, tested."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.addresses import EVERY
from tests.browser.conftest import PHONE, WIDE

#: Writes down each element that gets the focus, as a person would name it, and whether that shows.
FOLLOW_THE_FOCUS = """() => {
    window.reached = [];
    const seen = new Set();
    addEventListener("focusin", ({target: e}) => {
        if (seen.has(e)) return;
        seen.add(e);
        const style = getComputedStyle(e);
        const label = e.labels ? [...e.labels].map(l => l.textContent.trim()).join() : "";
        reached.push({
            name: e.getAttribute("aria-label") || e.textContent.trim() || label || e.value,
            shown: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1,
        });
    });
}"""

#: Puts axe into a page, and uses what is there.
AXE, AXE_AGAIN = Axe(), Axe("undefined")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", EVERY)
def test_axe_finds_nothing(turn_to, address, scheme):
    """No rule of axe has a violation on any page, light and dark, wide and at 320 px."""
    found = {}
    # axe is put into the page as a script, which the policy rightly forbids
    page = turn_to(address, color_scheme=scheme, bypass_csp=True)
    for size, axe in ((PHONE, AXE), (WIDE, AXE_AGAIN)):
        page.set_viewport_size(size)
        results = axe.run(page)
        for violation in results.response["violations"]:
            nodes = [node["html"][:120] for node in violation["nodes"]]
            found[violation["id"], size["width"]] = nodes
    assert found == {}


@pytest.mark.parametrize("address", EVERY)
def test_the_keyboard_reaches_everything(turn_to, address):
    """Tab goes through every link and control in order of the text, and the focus shows."""
    page = turn_to(address)
    wanted = page.locator(
        "a[href], button, input:not([type=radio]), input[type=radio]:checked, summary, "
        "[tabindex='0']"
    ).count()
    page.evaluate(FOLLOW_THE_FOCUS)
    for _step in range(wanted):
        page.keyboard.press("Tab")
    reached = page.evaluate("reached")
    assert len(reached) == wanted
    assert [focus["name"] for focus in reached if not focus["shown"]] == []


def test_the_first_tab_skips_to_the_text(turn_to):
    """The first stop is a link that leads past the menu."""
    page = turn_to("/de/datenschutz/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"


@pytest.mark.parametrize("address", EVERY)
def test_targets_are_large_enough(turn_to, address):
    """Every link and control outside of running text is at least 24 px high (WCAG 2.5.8)."""
    page = turn_to(address, viewport=PHONE)
    small = page.evaluate("""() => [...document.querySelectorAll(
        "header a, footer nav a, button, summary, label, input:not([type=radio])")]
        .filter(e => e.offsetParent && e.getClientRects().length)
        .filter(e => Math.max(...[...e.getClientRects()].map(r => r.height)) < 24)
        .map(e => e.textContent.trim() || e.name)""")
    assert small == []
