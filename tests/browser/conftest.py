"""A real Chromium and the preview server, answering as production would."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from pipeline import chromium
from preview.app import create_app
from preview.server import open_server
from tests.conftest import ARGUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}


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


@pytest.fixture(scope="session")
def origin(built_site: Path, facts) -> Iterator[str]:
    """Serve the built site on loopback; give the origin."""
    application = create_app(built_site, register=facts.register)
    server = open_server(application, "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


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
