"""One scenario, from an empty browser to an empty browser."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from witness.actions import ACTIONS, GLANCE_S, tap
from witness.observed import Visit
from witness.window import SETTLE_S, Manner, open_window

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

    from witness.plan import Scenario


async def carry_out(
    context: BrowserContext, scenario: Scenario, profile: str, origin: str, manner: Manner
) -> Visit:
    """Opens the page, once or twice, does what the plan says, and writes down what is there.

    A second visit has a tab of its own; in haste it comes in the tab of the first.
    """
    visit = Visit(scenario.address, profile, dict(scenario.state), time.time())
    times = 2 if scenario.state["visit"] == "second" else 1
    window = await open_window(context, visit, origin, manner)
    for turn in range(1, times + 1):
        last = turn == times
        await window.open(origin + scenario.address)
        visit.landed = visit.landed or urlsplit(window.page.url).path
        await asyncio.sleep(SETTLE_S)
        if window.touch:
            await tap(window, 180, 300)
            await asyncio.sleep(GLANCE_S)
        if last:
            await ACTIONS[scenario.state["action"]](window)
            await asyncio.sleep(GLANCE_S)
        await window.look()
        if last and (manner.photograph or visit.is_conspicuous):
            await window.photograph()
        if last:
            await window.leave(forget=True)
        elif not manner.in_haste:
            await window.leave(forget=False)
            window = await open_window(context, visit, origin, manner)
    visit.ended = time.time()
    return visit
