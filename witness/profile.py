"""Starts Chromium as users have it: an ordinary profile, prediction on, not marked as driven."""

from __future__ import annotations

import json
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline import chromium

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Playwright

DEBIAN: Final = Path("/usr/lib/chromium/chromium")
"""The program itself: the wrapper in `/usr/bin` of Debian adds `--disable-pings`."""

ACCEPTED: Final = {"de": "de-DE,de", "en": "en-GB,en", "fr": "fr-FR,fr"}
"""What a browser in this language prefers."""

PREDICTION: Final[dict[str, object]] = {"net": {"network_prediction_options": 0}}
"""Network prediction on, as the browser ships; Debian's package turns it off."""

FRUGAL: Final = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup")
"""Features that are off: two pages of the browser's own wait for somebody to type an address.
They cost more than all else of its start."""

UNMOVED: Final = "--animation-duration-scale=0"
"""The window's own movements, of tabs for example, which nobody sees; none of a page's."""

FLAGS: Final = (
    "--headless=new",
    "--no-sandbox",  # the audit may run as root
    "--no-first-run",
    "--window-size=1280,900",
    "--remote-debugging-pipe",
    "--password-store=basic",
    "--mute-audio",
    "--hide-scrollbars",
    UNMOVED,
    # A page must not see that it is watched: navigator.webdriver is false.
    "--disable-blink-features=AutomationControlled",
    # Pages one behind the other, all of which count as looked at.
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--disable-background-timer-throttling",
    # Fewer requests of the browser's own; none of a page's.
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    # Of several such flags the last one counts, so one names all features.
    f"--disable-features={','.join(('AutofillServerCommunication', *FRUGAL))}",
    # Reports (Reporting API) leave at once instead of a minute later.
    "--short-reporting-delay",
)


class NoBrowserError(Exception):
    """There is no Chromium to watch with; the message is one sentence."""


@cache
def program() -> Path:
    """The Chromium to start; raises NoBrowserError."""
    found = DEBIAN if DEBIAN.exists() else chromium.installed()
    if found is None:
        raise NoBrowserError("no Chromium was found; python -m pipeline.chromium installs one")
    return found


@cache
def user_agent() -> str:
    """What this version says when it has a window: headless mode has another name for itself."""
    said = subprocess.run([program(), "--version"], capture_output=True, text=True, check=True)
    major = re.search(r"(\d+)\.", said.stdout)
    version = major[1] if major else "0"
    return (
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
        f"Chrome/{version}.0.0.0 Safari/537.36"
    )


def preferences(language: str, *, blocked: bool) -> str:
    """The profile's settings, with prediction."""
    settings: dict[str, object] = {
        **PREDICTION,
        "intl": {"accept_languages": ACCEPTED[language], "selected_languages": ACCEPTED[language]},
    }
    if blocked:
        settings["profile"] = {"default_content_setting_values": {"cookies": 2}}
    return json.dumps(settings)


async def start(
    playwright: Playwright, folder: Path, language: str, *, blocked: bool, flags: tuple[str, ...]
) -> BrowserContext:
    """A fresh profile in `folder`, its NetLog in `folder/netlog.json` once it is closed."""
    profile = folder / "profile"
    (profile / "Default").mkdir(parents=True)
    settings = preferences(language, blocked=blocked)
    (profile / "Default" / "Preferences").write_text(settings, "utf-8")
    tag = ACCEPTED[language].split(",", maxsplit=1)[0]
    return await playwright.chromium.launch_persistent_context(
        profile,
        executable_path=program(),
        headless=False,  # new headless is asked for by a flag: it is the whole browser
        ignore_default_args=True,  # Playwright's own flags turn prediction off
        no_viewport=True,
        args=[
            *FLAGS,
            *flags,
            f"--lang={tag}",
            f"--accept-lang={ACCEPTED[language]}",
            f"--user-agent={user_agent()}",
            f"--user-data-dir={profile}",
            f"--log-net-log={folder / 'netlog.json'}",
            "about:blank",
        ],
    )
