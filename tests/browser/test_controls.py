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


def test_without_scripts(browser: Browser) -> None:
    """No link is pressed, and nothing that holds one: a finger beside a link presses the link."""
    page = browser.new_page()
    body = '<main tabindex="-1"><a href="/a/">a</a></main><p tabindex="0">b</p>'
    page.route("**/*", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto("http://controls.test/")
    with_scripts = page.evaluate(f"() => ({CONTROLS})(true)")
    without = page.evaluate(f"() => ({CONTROLS})(false)")
    page.close()
    assert [may_press for may_press, _ in with_scripts] == [True, True, True]
    assert [may_press for may_press, _ in without] == [False, False, True]
