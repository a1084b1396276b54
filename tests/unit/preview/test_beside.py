"""The panel beside a legal text as a person meets it, in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.unit.preview.small_preview import bottom, left, live, right, top, watched

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


def test_legal_text(browser: Browser, source: Path) -> None:
    """Beside a legal text stand its clauses and messages, anew after every build."""
    source.write_text("Legal maybe")
    with live(source) as url, watched(browser) as (page, said):
        page.goto(f"{url}/de/")
        panel = page.get_by_role("complementary", name="Preview: clauses and messages")
        expect(panel.locator("summary")).to_have_text("Clauses, messages: 1")
        assert panel.locator("li.note").all_inner_texts() == [
            "Note line 5 hedge\n\n'maybe' leaves it open"
        ]
        assert panel.locator("nav a").all_inner_texts() == ["1 Scope", "(1) All of <i>it</i>"]
        last = " ".join(panel.locator("nav li").last.inner_text().split())
        assert last == "(1) All of <i>it</i> #scope-all line 5"
        panel.get_by_role("link", name="(1) All of <i>it</i>").click()
        assert page.url == f"{url}/de/#scope-all"
        expect(panel.locator("[aria-current]")).to_have_text("(1) All of <i>it</i>")
        page.locator("html").focus()
        panel.locator("summary").press("Enter")
        expect(panel.locator("nav")).to_be_hidden()
        source.write_text("Legal at last")
        expect(panel.locator("summary")).to_have_text("Clauses, messages: 0")
        expect(panel.locator("nav")).to_be_hidden()
        panel.locator("summary").press("Space")
        expect(panel.get_by_text("Nothing is held against this file")).to_be_visible()
        source.write_text("No such text")
        expect(page.locator("h1")).to_have_text("No such text")
        expect(panel).to_have_count(0)
        assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
        assert [words for words in said if "favicon" not in words and "404" not in words] == []


def test_room_for_the_text(browser: Browser, source: Path) -> None:
    """The panel stands beside the text and covers none of it; on paper there is none."""
    source.write_text("Legal " + "word " * 400)
    with live(source) as url, watched(browser) as (page, _):
        page.goto(f"{url}/de/")
        panel = page.get_by_role("complementary", name="Preview: clauses and messages")
        expect(panel.locator("nav")).to_be_visible()
        assert right(page.locator("section p")) <= left(panel)
        assert page.evaluate("document.documentElement.scrollWidth") == 1280
        page.emulate_media(media="print")
        expect(panel).to_be_hidden()
        assert page.evaluate("getComputedStyle(document.documentElement).paddingRight") == "0px"


def test_legal_text_on_a_phone(browser: Browser, source: Path) -> None:
    """On a phone the panel is closed at first, below the end of the text, and opens to be read."""
    source.write_text("Legal maybe " + "word " * 400)
    with live(source) as url, watched(browser, 320) as (page, _):
        page.goto(f"{url}/de/")
        panel = page.get_by_role("complementary", name="Preview: clauses and messages")
        expect(panel.locator("summary")).to_be_visible()
        expect(panel.locator("nav")).to_be_hidden()
        page.evaluate("scrollTo({top: document.documentElement.scrollHeight, behavior: 'instant'})")
        assert bottom(page.locator("section p")) <= top(panel)
        panel.locator("summary").click()
        expect(panel.get_by_role("link", name="1 Scope", exact=True)).to_be_visible()
        assert (left(panel), right(panel)) == (0, 320)
        assert page.evaluate("document.documentElement.scrollWidth") == 320
