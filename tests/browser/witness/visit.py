"""Opens cases in Chromium as a person would, and does what makes them react."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playwright.async_api import Error

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from playwright.async_api import BrowserContext, CDPSession, Page

PATIENCE_MS = 10_000
"""Longest wait for a page to load; nothing outside answers, so refusals come at once."""

SETTLE_S = 0.12
"""After the page has come to rest: time for short timers."""

REST = """() => new Promise((done) => {
  requestAnimationFrame(() => requestIdleCallback(done, { timeout: 5000 }));
})"""
"""Until what was loaded is painted and nothing waits to be done, however long that takes:
style, the preload of what scrolled in, and the hints that a busy browser puts off.
"""

CENTRE = """(id) => {
  const found = document.getElementById(id) ?? document.body ?? document.documentElement;
  const box = found.getBoundingClientRect();
  return [box.x + Math.min(box.width / 2, 20), box.y + Math.min(box.height / 2, 10)];
}"""

POPUP = "open('about:blank', '_blank', 'popup,noopener,width=800,height=600')"

OPEN_ALL = """() => {
  for (const found of document.querySelectorAll("dialog")) found.showModal();
  for (const found of document.querySelectorAll("[popover]")) found.showPopover();
}"""


@dataclass(frozen=True, slots=True)
class Errand:
    """One visit: the address, what to do there, whether scripts run, and how long it stays."""

    url: str
    state: str = ""
    scripts: bool = True
    settle_s: float = SETTLE_S


@dataclass(slots=True)
class Window:
    """A window of the browser with the line over which it is told what to pretend."""

    page: Page
    protocol: CDPSession
    scripts: bool = True
    errors: list[str] = field(default_factory=list)

    async def tell(self, method: str, **params: Any) -> None:
        """One command of the Chrome DevTools Protocol."""
        await self.protocol.send(method, params)


async def new_window(context: BrowserContext) -> Window:
    """A window of its own, because a page in a background tab does not paint.

    A pop-up has the least around the page; `noopener` keeps it from knowing its siblings.
    """
    async with context.expect_page() as opened:
        await context.pages[0].evaluate(POPUP)
    page = await opened.value
    return Window(page, await context.new_cdp_session(page))


async def pretend(window: Window, state: str, *, on: bool) -> None:
    """What has to be so before the page is loaded."""
    if state == "german":
        agent = await window.page.evaluate("navigator.userAgent")
        language = "de-DE,de" if on else "en-GB,en"
        await window.tell(
            "Emulation.setUserAgentOverride", userAgent=agent, acceptLanguage=language
        )
    elif state == "dark":
        await window.page.emulate_media(
            color_scheme="dark" if on else "light",
            reduced_motion="reduce" if on else "no-preference",
        )
    elif state == "touch":
        await window.tell("Emulation.setTouchEmulationEnabled", enabled=on)
    elif state == "narrow" and on:
        size = {"width": 360, "height": 640, "deviceScaleFactor": 2, "mobile": False}
        await window.tell("Emulation.setDeviceMetricsOverride", **size)
    elif state == "narrow":
        await window.tell("Emulation.clearDeviceMetricsOverride")


async def hover(window: Window) -> None:
    """The pointer comes to rest on `#hover`."""
    x, y = await window.page.evaluate(CENTRE, "hover")
    await window.page.mouse.move(x - 1, y)
    await window.page.mouse.move(x, y)


async def press(window: Window) -> None:
    """A click on `#press`, with a real pointer: the page may count on user activation."""
    x, y = await window.page.evaluate(CENTRE, "press")
    await window.page.mouse.click(x, y, delay=20)


async def touch(window: Window) -> None:
    """A finger on `#press`."""
    x, y = await window.page.evaluate(CENTRE, "press")
    point = [{"x": x, "y": y}]
    await window.tell("Input.dispatchTouchEvent", type="touchStart", touchPoints=point)
    await window.tell("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])


async def print_page(window: Window) -> None:
    """Prints to PDF, which fires `beforeprint` and lays out `@page`."""
    await window.tell("Page.printToPDF", printBackground=True)


async def scroll(window: Window) -> None:
    """Down to the end."""
    await window.page.mouse.move(50, 50)
    await window.page.evaluate("scrollTo({ top: 1e6, behavior: 'instant' })")


async def second_visit(window: Window) -> None:
    """Away and back again."""
    await window.page.goto(window.page.url, timeout=PATIENCE_MS)


async def dialog(window: Window) -> None:
    """Everything that can be opened is open."""
    await window.page.evaluate(OPEN_ALL)


async def manifest(window: Window) -> None:
    """Asks whether the site can be installed, as the browser does for its menu."""
    await window.tell("Page.getInstallabilityErrors")


ACTIONS: dict[str, Callable[[Window], Awaitable[None]]] = {
    "dialog": dialog,
    "hover": hover,
    "manifest": manifest,
    "press": press,
    "print": print_page,
    "scroll": scroll,
    "second-visit": second_visit,
    "touch": touch,
}
"""What to do after the page has loaded, by state."""


async def rest(window: Window, settle_s: float) -> None:
    """Waits until the page has come to rest; one that cannot be asked only gets the time."""
    if window.scripts:
        with contextlib.suppress(Error, TimeoutError):
            await asyncio.wait_for(window.page.evaluate(REST), PATIENCE_MS / 1000)
    await asyncio.sleep(settle_s)


async def act(window: Window, errand: Errand) -> None:
    """Does what the state asks for; raises playwright's Error or TimeoutError when it cannot."""
    if action := ACTIONS.get(errand.state):
        await rest(window, SETTLE_S / 2)
        await asyncio.wait_for(action(window), PATIENCE_MS / 1000)


async def run_errand(window: Window, errand: Errand) -> None:
    """One visit; a page that refuses to load or navigates away has still been visited.

    A navigation that the page before it began may arrive late and end the visit:
    then there is a second attempt, and only its failure is an error.
    """
    await pretend(window, errand.state, on=True)
    problem: Exception | None = None
    for _ in range(2):
        with contextlib.suppress(Error):
            await window.page.goto(errand.url, timeout=PATIENCE_MS)
        try:
            await act(window, errand)
        except (Error, TimeoutError) as caught:
            problem = caught
        else:
            problem = None
            break
    if problem is not None:
        window.errors.append(f"{errand.url}: {errand.state}: {problem}")
    await rest(window, errand.settle_s)
    await pretend(window, errand.state, on=False)


async def allow_scripts(window: Window, *, allowed: bool) -> None:
    """Scripts on or off for what is opened from now on."""
    if window.scripts is not allowed:
        await window.tell("Emulation.setScriptExecutionDisabled", value=not allowed)
        window.scripts = allowed


async def work(window: Window, errands: Iterator[Errand]) -> None:
    """Visits until none is left; the errands are shared by all windows."""
    for errand in errands:
        await allow_scripts(window, allowed=errand.scripts)
        await run_errand(window, errand)
        for stray in window.page.context.pages:
            if stray is not window.page and await stray.opener() is window.page:
                await stray.close()
