"""A real Chromium and the preview server, answering as production would."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from pipeline import chromium
from preview.app import create_app
from preview.server import answering
from tests.conftest import ARGUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}


#: Everything that a page can store on a device (§ 25 TDDDG covers all of it alike).
STORED = """async () => ({
    cookies: document.cookie,
    local: {...localStorage},
    session: {...sessionStorage},
    databases: (await indexedDB.databases()).map(d => d.name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).map(r => r.scope),
    name: window.name,
})"""
NOTHING = {
    "cookies": "",
    "local": {},
    "session": {},
    "databases": [],
    "caches": [],
    "workers": [],
    "name": "",
}


@dataclass
class Watched:
    """What a context did while it was watched."""

    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> Watched:
        """Record every request, console message and uncaught error of a context."""
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("console", lambda message: self.console.append(message.text))
        context.on("weberror", lambda error: self.console.append(str(error.error)))
        return self

    def forget(self) -> None:
        """Begin anew."""
        self.requests.clear()
        self.console.clear()


@pytest.fixture(scope="session")
def origin(built_site: Path, facts) -> Iterator[str]:
    """Serve the built site on loopback; give the origin."""
    application = create_app(built_site, register=facts.register)
    with answering(application) as server:
        yield server.origin


@pytest.fixture(scope="session")
def large_text_browser(playwright) -> Iterator[Browser]:
    """Start a Chromium whose user has set text twice as large as usual."""
    arguments = [*ARGUMENTS, "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"]
    browser = playwright.chromium.launch(executable_path=chromium.ensure(), args=arguments)
    yield browser
    browser.close()


@pytest.fixture
def visit(browser: Browser, origin: str):
    """Open an address in a context of its own; give page and what was watched."""
    contexts = []

    def open_page(address: str, until: str = "load", **options) -> tuple[Page, Watched]:
        context = browser.new_context(**{"viewport": WIDE, "locale": "de-DE", **options})
        contexts.append(context)
        watched = Watched().watch(context)
        page = context.new_page()
        page.goto(origin + address, wait_until=until)
        return page, watched

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def first_visit(browser: Browser, origin: str):
    """Open an address with nothing left of the visits before; give page and what was watched.

    One context serves all first visits of a kind: starting one costs more than the visit.
    When a page left anything in it, the next visit gets a new one.
    What is `blocked`, by the end of its address, does not arrive.
    """
    kept: dict[str, tuple[Page, CDPSession, Watched]] = {}

    def open_page(address: str, blocked: str = "", **options) -> tuple[Page, Watched]:
        key = repr((blocked, options))
        if key in kept and not _is_untouched(kept[key][0]):
            kept.pop(key)[0].context.close()
        if key not in kept:
            context = browser.new_context(viewport=WIDE, locale="de-DE", **options)
            watched = Watched().watch(context)
            page = context.new_page()
            if blocked:
                page.route(f"**/*{blocked}", lambda route: route.abort())
            kept[key] = page, context.new_cdp_session(page), watched
        page, protocol, watched = kept[key]
        page.goto("about:blank")
        protocol.send("Network.clearBrowserCache")
        watched.forget()
        page.goto(origin + address)
        return page, watched

    yield open_page
    for page, _, _ in kept.values():
        page.context.close()


def _is_untouched(page: Page) -> bool:
    """Tell whether the page that was visited last left nothing."""
    return page.context.cookies() == [] and page.evaluate(STORED) == NOTHING


@dataclass
class Tabs:
    """Tabs that stay open for the next test, one for each set of options.

    For what a page looks like and how it is used: a context of its own costs four times as much.
    What a visit leaves behind is a question for `visit` and `first_visit`.
    """

    browser: Browser
    origin: str
    kept: dict[str, Page] = field(default_factory=dict)

    def __call__(self, address: str, media: str = "screen", **options) -> Page:
        """Turn the tab with these options to an address."""
        options = {"viewport": WIDE, "locale": "de-DE", **options}
        key = repr((media, options))
        if key not in self.kept:
            self.kept[key] = self.browser.new_context(**options).new_page()
            self.kept[key].emulate_media(media=media)
        self.kept[key].goto(self.origin + address)
        return self.kept[key]

    def close(self) -> None:
        """Close all of them."""
        for page in self.kept.values():
            page.context.close()


@pytest.fixture(scope="session")
def turn_to(browser: Browser, origin: str) -> Iterator[Tabs]:
    """Open an address in a tab that the tests of a process share."""
    tabs = Tabs(browser, origin)
    yield tabs
    tabs.close()


@pytest.fixture(scope="session")
def turn_to_large_text(large_text_browser: Browser, origin: str) -> Iterator[Tabs]:
    """Do the same with text twice as large as usual."""
    tabs = Tabs(large_text_browser, origin)
    yield tabs
    tabs.close()
