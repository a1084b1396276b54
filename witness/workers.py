"""What runs beside a page and asks for itself: workers of every kind, worklets, foreign frames.

Each is a target of its own, whose events a page does not show (CDP, domain `Target`).
Playwright leaves shared workers out and gives no initiators, so they are attached here:
what a page starts pauses until it is listened to; a shared worker belongs to no page,
is found through the browser, and listened to from then on.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playwright.async_api import Error

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.async_api import CDPSession

    Hear = Callable[[str, dict[str, Any], str], None]


@dataclass  # no slots: Playwright marks whoever listens
class Workers:
    """The targets below one session; `hear` gets method, parameters and `kind address` of each."""

    session: CDPSession
    hear: Hear
    names: dict[str, str] = field(default_factory=dict)
    errands: set[asyncio.Future[None]] = field(default_factory=set)
    told: int = 0

    async def below_page(self) -> None:
        """Dedicated and service workers, worklets, frames in other processes."""
        self._listen()
        await self.session.send(
            "Target.setAutoAttach",
            {"autoAttach": True, "waitForDebuggerOnStart": True, "flatten": False},
        )

    async def below_browser(self) -> None:
        """Shared workers."""
        self._listen()
        self.session.on("Target.targetCreated", self._created)
        await self.session.send(
            "Target.setDiscoverTargets", {"discover": True, "filter": [{"type": "shared_worker"}]}
        )

    def _listen(self) -> None:
        self.session.on("Target.attachedToTarget", self._attached)
        self.session.on("Target.receivedMessageFromTarget", self._received)

    def _created(self, event: dict[str, Any]) -> None:
        target = {"targetId": event["targetInfo"]["targetId"], "flatten": False}
        self._soon(("Target.attachToTarget", target))

    def _attached(self, event: dict[str, Any]) -> None:
        info = event["targetInfo"]
        self.names[event["sessionId"]] = f"{info['type'].replace('_', ' ')} {info['url']}".strip()
        commands = []
        for method in ("Network.enable", "Runtime.runIfWaitingForDebugger"):
            self.told += 1
            message = json.dumps({"id": self.told, "method": method, "params": {}})
            parameters = {"sessionId": event["sessionId"], "message": message}
            commands.append(("Target.sendMessageToTarget", parameters))
        self._soon(*commands)

    def _received(self, event: dict[str, Any]) -> None:
        message = json.loads(event["message"])
        if "method" in message:
            self.hear(message["method"], message["params"], self.names.get(event["sessionId"], ""))

    def _soon(self, *commands: tuple[str, dict[str, Any]]) -> None:
        """Events come while nobody may wait; what ended meanwhile needs no listener."""

        async def send() -> None:
            with contextlib.suppress(Error):
                for method, parameters in commands:
                    await self.session.send(method, parameters)

        errand = asyncio.ensure_future(send())
        self.errands.add(errand)
        errand.add_done_callback(self.errands.discard)
