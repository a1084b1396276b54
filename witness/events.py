"""What a page, and whatever it starts, lets be seen: who asked for what, and what was said.

The NetLog finds; these events explain, with initiator and stack.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from playwright.async_api import Error

from witness.netlog import OWN_SCHEMES
from witness.observed import Asked, Said
from witness.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.async_api import (
        BrowserContext,
        CDPSession,
        ConsoleMessage,
        Page,
        Request,
        Response,
        WebError,
    )

    from witness.observed import Visit

REPORTING: Final = ("reporting-endpoints", "report-to", "nel")
"""Headers after which the browser sends reports, minutes later and over TLS only."""
ADDRESS: Final = re.compile(r'(?:https?:)?//[^\s"<>]+')

SENT: Final = "Network.requestWillBeSent"
CREATED: Final = {
    "Network.webSocketCreated": "WebSocket by ",
    "Network.webTransportCreated": "WebTransport by ",
}
MOST_FRAMES: Final = 5


def cause(event: dict[str, Any], *, kind: str = "", where: str = "") -> str:
    """`script https://…/a.js:3 ← …`, innermost first, out of a `Network.Initiator` (CDP).

    `where` is the worker in which it happened.
    """
    initiator = event.get("initiator", {})
    calls = list(_frames(initiator.get("stack")))[:MOST_FRAMES]
    url = initiator.get("url", "")
    line = f":{int(initiator['lineNumber']) + 1}" if "lineNumber" in initiator else ""
    chain = " ← ".join(calls) or (f"{url}{line}" if url else event.get("documentURL", ""))
    inside = f" (in the {where})" if where else ""
    return f"{kind}{initiator.get('type', 'other')} {chain}".strip() + inside


def _frames(stack: dict[str, Any] | None) -> Iterator[str]:
    """Calls of a stack and of what had scheduled it."""
    while stack:
        for frame in stack.get("callFrames", ()):
            yield f"{frame['url']}:{frame['lineNumber'] + 1}"
        stack = stack.get("parent")


@dataclass  # no slots: Playwright marks whoever listens
class Events:
    """The ear of one visit; `explained` holds the addresses whose initiator is known."""

    visit: Visit
    origin: str
    explained: set[str] = field(default_factory=set)

    async def listen(
        self, context: BrowserContext, page: Page, protocol: CDPSession, browser: CDPSession
    ) -> None:
        """To the page, its context (pop-ups, too), its workers and those it shares."""
        protocol.on("Network.requestWillBeSent", lambda e: self.hear(SENT, e))
        for method in CREATED:
            protocol.on(method, lambda e, method=method: self.hear(method, e))
        await protocol.send("Network.enable")
        await Workers(protocol, self.hear).below_page()
        await Workers(browser, self.hear).below_browser()
        page.on("websocket", lambda socket: self.ask(socket.url, "WebSocket"))
        for name, act in self._of_context():
            context.on(name, act)

    def stop(self, context: BrowserContext) -> None:
        """The context lives on, and other visits have ears of their own."""
        for name, act in self._of_context():
            context.remove_listener(name, act)

    def _of_context(self) -> tuple[tuple[Any, Any], ...]:
        return (
            ("request", self._request),
            ("response", self._response),
            ("console", self._console),
            ("weberror", self._error),
        )

    def hear(self, method: str, event: dict[str, Any], where: str = "") -> None:
        """An event of the protocol, of the page or of a worker."""
        if method == SENT:
            self.ask(event["request"]["url"], cause(event, where=where), explained=True)
        elif method in CREATED:
            because = cause(event, kind=CREATED[method], where=where)
            self.ask(event["url"], because, explained=True)

    def ask(self, url: str, because: str, *, explained: bool = False) -> None:
        """Keeps a request to another host once, with the best explanation."""
        if url.startswith((f"{self.origin}/", *OWN_SCHEMES)):
            return
        known = [asked.url for asked in self.visit.asked]
        if url not in known:
            self.visit.asked.append(Asked(url, because))
        elif explained and url not in self.explained:
            self.visit.asked[known.index(url)] = Asked(url, because)
        if explained:
            self.explained.add(url)

    def _request(self, request: Request) -> None:
        who = request.service_worker
        where = f"(in the service worker {who.url})" if who else f"in {_page_of(request)}"
        self.ask(request.url, f"{request.resource_type} {where}")

    def _response(self, response: Response) -> None:
        if response.url.startswith(f"{self.origin}/"):
            kept = ("etag", "last-modified")
            tags = [response.headers[name] for name in kept if name in response.headers]
            if tags:
                self.visit.tags[response.url] = " ".join(tags)
            for name in REPORTING:
                for url in ADDRESS.findall(response.headers.get(name, "")):
                    self.ask(url, f"the header {name}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            where = str(message.location.get("url", ""))
            self.visit.said.append(Said(message.type, message.text, where))

    def _error(self, error: WebError) -> None:
        where = error.page.url if error.page else ""
        self.visit.said.append(Said("error", str(error.error), where))


def _page_of(request: Request) -> str:
    """The address of the frame; a navigation has none yet, a worker's request no frame."""
    try:
        return f"frame {request.frame.url}"
    except Error:
        return "a new window"
