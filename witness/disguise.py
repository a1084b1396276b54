"""What a tab pretends to be before a page is loaded: colours, clock, device, language."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from witness.profile import ACCEPTED, user_agent

if TYPE_CHECKING:
    from witness.window import Window

PHONE: Final = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
PHONE_AGENT: Final = ("X11; Linux x86_64", "Linux; Android 10; K")
NIGHT, DAY = 2, 13
"""Hours that a visitor's clock shows: a time zone is chosen, the clock itself left alone."""


def time_zone(hour: int, now: float) -> str:
    """A zone in which it is now `hour` o'clock; POSIX turns the sign of `Etc/GMT` round."""
    ahead = (hour - time.gmtime(now).tm_hour + 12) % 24 - 12
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


async def pretend(window: Window) -> None:
    """Everything that the state of the visit asks for, short of what only a profile can set."""
    state = window.visit.state
    if not window.scripts:
        await window.tell("Emulation.setScriptExecutionDisabled", value=True)
    colours = state.get("colours", "light")
    await window.page.emulate_media(
        color_scheme="dark" if colours == "dark" else "light",
        forced_colors="active" if colours == "forced" else "none",
        reduced_motion="reduce" if colours == "forced" else "no-preference",
    )
    hour = NIGHT if state.get("hour") == "night" else DAY
    await window.tell("Emulation.setTimezoneOverride", timezoneId=time_zone(hour, time.time()))
    tags = ACCEPTED[state.get("language", "en")]
    if window.manner.in_haste and "language" in state:
        # One browser for all languages: what a page is told, not what a profile is.
        await window.tell("Emulation.setLocaleOverride", locale=tags.split(",")[0])
        await window.tell(
            "Emulation.setUserAgentOverride", userAgent=user_agent(), acceptLanguage=tags
        )
    if window.touch:
        await window.tell("Emulation.setDeviceMetricsOverride", **PHONE)
        await window.tell("Emulation.setTouchEmulationEnabled", enabled=True)
        await window.tell(
            "Emulation.setUserAgentOverride",
            userAgent=user_agent().replace(*PHONE_AGENT).replace(" Safari", " Mobile Safari"),
            acceptLanguage=tags,
            platform="Linux armv81",
        )
