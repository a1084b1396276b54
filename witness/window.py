"""A tab: where it goes, what lies in its storage, and how it is left."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from playwright.async_api import Error

from witness import storage
from witness.actions import GLANCE_S
from witness.disguise import pretend
from witness.events import Events

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, CDPSession, Page

    from witness.observed import Stored, Visit

PATIENCE_S: Final = 60
"""On a busy machine a page may take its time; one that refuses to load says so at once."""
SETTLE_S: Final = 0.25
"""After load and after acting: time for timers, style and the preload of what scrolled in."""
LEAVE_S: Final = 0.1


@dataclass(frozen=True, slots=True)
class Manner:
    """How a visit is paid: without sending forms, for how long idle, with a picture.

    Without `every_control` one of each kind stands for all of its kind.
    """

    read_only: bool = False
    idle_s: float = 20
    photograph: bool = False
    every_control: bool = True
    in_haste: bool = False


@dataclass  # no slots: Playwright marks whoever listens
class Window:
    """One tab; `visit` collects what is seen in it."""

    page: Page
    protocol: CDPSession
    browser: CDPSession
    events: Events
    visit: Visit
    origin: str
    manner: Manner

    @property
    def touch(self) -> bool:
        """Whether there is a finger and no mouse."""
        return self.visit.state.get("device") == "phone"

    @property
    def scripts(self) -> bool:
        """Whether the page's scripts run."""
        return self.visit.state.get("scripts") != "no scripts"

    @property
    def problems(self) -> list[str]:
        """What the visit could not do or see."""
        return self.visit.problems

    async def tell(self, method: str, **params: Any) -> Any:  # noqa: ANN401 - whatever CDP answers
        """One command of the Chrome DevTools Protocol."""
        return await self.protocol.send(method, params)

    async def evaluate(self, script: str, argument: Any = None) -> Any:  # noqa: ANN401 - any JSON
        """Runs a function in the page; None where the page went away meanwhile."""
        with contextlib.suppress(Error, TimeoutError):
            return await asyncio.wait_for(self.page.evaluate(script, argument), PATIENCE_S)
        return None

    async def open(self, url: str) -> None:
        """Goes to an address; one that refuses to load has still been visited."""
        try:
            await self.page.goto(url, timeout=PATIENCE_S * 1000)
        except Error as problem:
            first = problem.message.splitlines()[0]
            if "interrupted by another navigation" not in first:
                self.problems.append(first)

    async def travel(self, steps: int) -> None:
        """Back or forward in history; Playwright would wait for a load that a kept page has not."""
        history = await self._history()
        index = history["currentIndex"] + steps
        if not 0 <= index < len(history["entries"]):
            self.problems.append("the page is missing in the history")
            return
        await self.tell("Page.navigateToHistoryEntry", entryId=history["entries"][index]["id"])
        await asyncio.sleep(SETTLE_S)
        for _ in range(round(PATIENCE_S / GLANCE_S)):
            if (await self._history())["currentIndex"] == index:
                return
            await asyncio.sleep(GLANCE_S)
        self.problems.append(f"going {steps:+d} in history did not arrive")

    async def _history(self) -> Any:  # noqa: ANN401 - whatever CDP answers
        """The history of the tab; while pages change places there is none for a moment."""
        for _ in range(round(PATIENCE_S / GLANCE_S)):
            with contextlib.suppress(Error):
                return await self.tell("Page.getNavigationHistory")
            await asyncio.sleep(GLANCE_S)
        return {"currentIndex": 0, "entries": []}

    async def look(self) -> None:
        """Everything stored by now."""
        with contextlib.suppress(Error):
            self.keep(await storage.cookies(self.protocol))
        if self.page.url.startswith(f"{self.origin}/"):
            with contextlib.suppress(Error):
                found, unread = await storage.items(self.protocol, self.origin)
                self.keep(found)
                if "storage blocked" not in self.visit.states:
                    self.problems.extend(unread)
        with contextlib.suppress(Error):
            metrics = await self.tell("Performance.getMetrics")
            named = {entry["name"]: entry["value"] for entry in metrics["metrics"]}
            self.visit.peers = max(self.visit.peers, int(named.get("RTCPeerConnections", 0)))

    def keep(self, found: list[Stored]) -> None:
        """Adds what was not known yet; of a cookie its latest attributes."""
        latest = {(s.kind, s.name, s.value, str(s.attributes)): s for s in self.visit.stored}
        for stored in found:
            latest.setdefault(
                (stored.kind, stored.name, stored.value, str(stored.attributes)), stored
            )
        self.visit.stored[:] = latest.values()

    async def photograph(self) -> None:
        """What the visitor has before the eyes, for the report; in Base64.

        Whole and not smaller: anything else would be drawn anew, at ten times the cost, and empty
        where the page was scrolled.
        """
        with contextlib.suppress(Error, TimeoutError):
            taken = await asyncio.wait_for(
                self.tell("Page.captureScreenshot", format="jpeg", quality=40), PATIENCE_S
            )
            self.visit.screenshot = taken["data"]

    async def leave(self, *, forget: bool) -> None:
        """Away from the page, which may use the moment; with `forget` nobody has been here.

        In haste the tab is closed: pages notice that as well, but who asked for what is then
        seen by the NetLog alone.
        """
        with contextlib.suppress(Error):
            await (self.page.close() if self.manner.in_haste else self.page.goto("about:blank"))
        await asyncio.sleep(LEAVE_S)
        context = self.page.context
        protocol = self.protocol
        if self.page.is_closed():
            protocol = await context.new_cdp_session(context.pages[0])
        with contextlib.suppress(Error):
            self.keep(await storage.cookies(protocol))
        if forget:
            await storage.forget(protocol, self.origin)
        self.events.stop(context)
        if not self.page.is_closed():
            await self.page.close()
        with contextlib.suppress(Error):
            await self.browser.detach()


async def open_window(context: BrowserContext, visit: Visit, origin: str, manner: Manner) -> Window:
    """A tab of its own for one visit."""
    if context.browser is None:
        raise Error("the browser is gone")
    browser = await context.browser.new_browser_cdp_session()
    page = await context.new_page()
    protocol = await context.new_cdp_session(page)
    events = Events(visit, origin)
    window = Window(page, protocol, browser, events, visit, origin, manner)
    await window.tell("Performance.enable")
    await events.listen(context, page, protocol, browser)
    await pretend(window)
    return window
