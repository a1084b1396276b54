"""A tab that pretends to be what the plan says, and writes down what happens in it."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from playwright.async_api import Error

from witness import storage
from witness.actions import ACTIONS, GLANCE_S
from witness.netlog import OWN_SCHEMES
from witness.observed import Asked, Said, Stored, Visit
from witness.profile import ACCEPTED, user_agent

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, CDPSession, ConsoleMessage, Page, Response

    from witness.plan import Scenario

PATIENCE_MS: Final = 10_000
SETTLE_S: Final = 0.25
"""After load and after acting: time for timers, style and the preload of what scrolled in."""
LEAVE_S: Final = 0.1

REPORTING: Final = ("reporting-endpoints", "report-to", "nel")
"""Headers after which the browser sends reports, minutes later and over TLS only."""
ADDRESS: Final = re.compile(r'(?:https?:)?//[^\s"<>]+')

PHONE: Final = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
PHONE_AGENT: Final = ("X11; Linux x86_64", "Linux; Android 10; K")
NIGHT, DAY = 2, 13
"""Hours that a visitor's clock shows: a time zone is chosen, the clock itself left alone."""


def time_zone(hour: int, now: float) -> str:
    """A zone in which it is now `hour` o'clock; POSIX turns the sign of `Etc/GMT` round."""
    ahead = (hour - time.gmtime(now).tm_hour + 12) % 24 - 12
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a visit is paid: without sending forms, for how long idle, with a picture."""

    read_only: bool = False
    idle_s: float = 20
    photograph: bool = False


@dataclass  # no slots: Playwright marks whoever listens
class Window:
    """One tab; `visit` collects what is seen in it."""

    page: Page
    protocol: CDPSession
    visit: Visit
    origin: str
    manner: Manner
    asked: dict[str, str] = field(default_factory=dict)

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
            return await asyncio.wait_for(self.page.evaluate(script, argument), 5)
        return None

    async def open(self, url: str) -> None:
        """Goes to an address; one that refuses to load has still been visited."""
        try:
            await self.page.goto(url, timeout=PATIENCE_MS)
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
        now = await self._history()
        if now["currentIndex"] != index:
            self.problems.append(f"going {steps:+d} in history did not arrive")

    async def _history(self) -> Any:  # noqa: ANN401 - whatever CDP answers
        """The history of the tab; while pages change places there is none for a moment."""
        for _ in range(20):
            with contextlib.suppress(Error):
                return await self.tell("Page.getNavigationHistory")
            await asyncio.sleep(GLANCE_S)
        return {"currentIndex": 0, "entries": []}

    async def pretend(self) -> None:
        """What has to be so before the page is loaded."""
        state = self.visit.state
        await self.tell("Network.enable")
        if not self.scripts:
            await self.tell("Emulation.setScriptExecutionDisabled", value=True)
        colours = state.get("colours", "light")
        await self.page.emulate_media(
            color_scheme="dark" if colours == "dark" else "light",
            forced_colors="active" if colours == "forced" else "none",
            reduced_motion="reduce" if colours == "forced" else "no-preference",
        )
        hour = NIGHT if state.get("hour") == "night" else DAY
        await self.tell("Emulation.setTimezoneOverride", timezoneId=time_zone(hour, time.time()))
        if self.touch:
            await self.tell("Emulation.setDeviceMetricsOverride", **PHONE)
            await self.tell("Emulation.setTouchEmulationEnabled", enabled=True)
            await self.tell(
                "Emulation.setUserAgentOverride",
                userAgent=user_agent().replace(*PHONE_AGENT).replace(" Safari", " Mobile Safari"),
                acceptLanguage=ACCEPTED[state.get("language", "en")],
                platform="Linux armv81",
            )

    def watch(self) -> None:
        """Writes down requests to others with who caused them, validators and the console."""
        self.protocol.on("Network.requestWillBeSent", self._request)
        self.page.on("websocket", lambda socket: self._asked(socket.url, "WebSocket"))
        self.page.on("response", self._response)
        self.page.on("console", self._console)
        self.page.on(
            "pageerror",
            lambda error: self.visit.said.append(Said("error", str(error), self.page.url)),
        )

    def _request(self, event: dict[str, Any]) -> None:
        initiator = event.get("initiator", {})
        frames = initiator.get("stack", {}).get("callFrames", [])
        calls = [f"{frame['url']}:{frame['lineNumber'] + 1}" for frame in frames[:3]]
        where = initiator.get("url", "")
        line = f":{int(initiator['lineNumber']) + 1}" if "lineNumber" in initiator else ""
        cause = " ← ".join(calls) or (f"{where}{line}" if where else event.get("documentURL", ""))
        self._asked(event["request"]["url"], f"{initiator.get('type', 'other')} {cause}".strip())

    def _asked(self, url: str, cause: str) -> None:
        own = url.startswith((f"{self.origin}/", *OWN_SCHEMES))
        if not own and url not in self.asked:
            self.asked[url] = cause
            self.visit.asked.append(Asked(url, cause))

    def _response(self, response: Response) -> None:
        if response.url.startswith(f"{self.origin}/"):
            kept = ("etag", "last-modified")
            tags = [response.headers[name] for name in kept if name in response.headers]
            if tags:
                self.visit.tags[response.url] = " ".join(tags)
            for name in REPORTING:
                for url in ADDRESS.findall(response.headers.get(name, "")):
                    self._asked(url, f"the header {name}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            where = str(message.location.get("url", ""))
            self.visit.said.append(Said(message.type, message.text, where))

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
        """A small picture, for the report."""
        with contextlib.suppress(Error, TimeoutError):
            size = {"x": 0, "y": 0, "width": 1280, "height": 900, "scale": 0.5}
            taken = await asyncio.wait_for(
                self.tell("Page.captureScreenshot", format="webp", quality=50, clip=size), 5
            )
            self.visit.screenshot = base64.b64encode(base64.b64decode(taken["data"])).decode()

    async def leave(self) -> None:
        """Away from the page, which may use the moment."""
        with contextlib.suppress(Error):
            await self.page.goto("about:blank")
        await asyncio.sleep(LEAVE_S)
        with contextlib.suppress(Error):
            self.keep(await storage.cookies(self.protocol))


async def open_window(context: BrowserContext, visit: Visit, origin: str, manner: Manner) -> Window:
    """A tab of its own for one visit."""
    page = await context.new_page()
    protocol = await context.new_cdp_session(page)
    window = Window(page, protocol, visit, origin, manner)
    await window.tell("Performance.enable")
    window.watch()
    await window.pretend()
    return window


async def carry_out(
    context: BrowserContext,
    scenario: Scenario,
    profile: str,
    origin: str,
    manner: Manner,
) -> Visit:
    """One scenario from an empty browser to an empty browser."""
    visit = Visit(scenario.address, profile, dict(scenario.state), time.time())
    times = 2 if scenario.state["visit"] == "second" else 1
    for turn in range(times):
        window = await open_window(context, visit, origin, manner)
        await window.open(origin + scenario.address)
        visit.landed = visit.landed or urlsplit(window.page.url).path
        await asyncio.sleep(SETTLE_S)
        if window.touch:
            await _tap(window)
        if turn + 1 == times:
            await ACTIONS[scenario.state["action"]](window)
            await asyncio.sleep(GLANCE_S)
        await window.look()
        if manner.photograph and turn + 1 == times:
            await window.photograph()
        await window.leave()
        if turn + 1 == times and scenario.state["action"] != "idle":
            await storage.forget(window.protocol, origin)
        await window.page.close()
    visit.ended = time.time()
    return visit


async def _tap(window: Window) -> None:
    point = [{"x": 180, "y": 300}]
    await window.tell("Input.dispatchTouchEvent", type="touchStart", touchPoints=point)
    await window.tell("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
    await asyncio.sleep(GLANCE_S)
