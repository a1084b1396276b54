"""The live preview of one text in one page, for tests with a browser."""

from __future__ import annotations

import contextlib
import http.client
import json
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from preview.serve import running

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser, FloatRect, Locator, Page

REPOSITORY = Path(__file__).resolve().parents[3]

expect.set_options(timeout=30_000)


def small_build(output: Path, report: Path) -> Sequence[str]:
    """Build one page from one text."""
    script = "import runpy; runpy.run_module('tests.unit.preview.small_build', run_name='__main__')"
    path = f"import sys; sys.path.insert(0, {str(REPOSITORY)!r}); {script}"
    return [sys.executable, "-c", path, str(output), str(report)]


def await_build(url: str) -> None:
    """Wait until the preview announces its first good build, as an open page would.

    Before that, it answers 503 everywhere; and a page fetched before the announcement
    refreshes when that comes, whatever was filled in.
    """
    connection = http.client.HTTPConnection(url.split("/")[2], timeout=60)
    with contextlib.closing(connection):
        connection.request("GET", "/__preview__/events")
        data = (line[5:] for line in connection.getresponse() if line.startswith(b"data:"))
        assert any(json.loads(state)["build"] for state in data), "the preview ended"


@contextmanager
def live(source: Path, *, built: bool = True) -> Iterator[str]:
    """Preview the small site; give its address, when it is `built` unless told otherwise."""
    root = source.parent.parent
    with running(root, root / "output", "127.0.0.1", 0, small_build) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        url = f"http://127.0.0.1:{server.port}"
        try:
            if built:
                await_build(url)
            yield url
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def watched(browser: Browser, width: int = 1280) -> Iterator[tuple[Page, list[str]]]:
    """Open a page; collect what its console says and what it did not get."""
    context = browser.new_context(viewport={"width": width, "height": 640})
    page = context.new_page()
    page.set_default_timeout(30_000)
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page, said
    context.close()


def place(locator: Locator) -> FloatRect:
    """Give where an element is in the window."""
    box = locator.bounding_box()
    assert box is not None
    return box


def top(locator: Locator) -> float:
    """Give where an element begins."""
    return place(locator)["y"]


def bottom(locator: Locator) -> float:
    """Give where an element ends."""
    return place(locator)["y"] + place(locator)["height"]


def left(locator: Locator) -> float:
    """Give its left edge."""
    return place(locator)["x"]


def right(locator: Locator) -> float:
    """Give its right edge."""
    return place(locator)["x"] + place(locator)["width"]
