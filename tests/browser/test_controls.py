"""Which controls the audit presses, and which of them are of one kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from witness.actions import CONTROLS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGE = """
<nav><a href="#a">a</a><a href="#b">b</a><a href="/c/">c</a><a href="https://else.test/">d</a></nav>
<main><a href="#a">a</a><a href="#b" onclick="void 0">b</a><a href="/en/" hreflang="en">c</a>
<button>one</button><button>two</button><button class="loud">three</button></main>
"""


def test_controls_and_their_kinds(browser: Browser) -> None:
    """Of one kind are those that differ in nothing but where they lead."""
    page = browser.new_page()
    page.route("**/*", lambda route: route.fulfill(body=PAGE, content_type="text/html"))
    page.goto("http://controls.test/")
    pressed = page.evaluate(f"() => ({CONTROLS})(true)")
    page.close()
    assert [control for control, (may_press, _) in enumerate(pressed) if not may_press] == [3, 6]
    kinds = [kind for _, kind in pressed]
    assert [kinds.index(kind) for kind in kinds] == [0, 0, 2, 3, 4, 5, 6, 7, 7, 9]
