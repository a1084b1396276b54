"""What a visitor asks for: choosing a language, signing in and out; with cookies, and without."""

from __future__ import annotations

import asyncio
import importlib.util
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from playwright.async_api import Error

from witness import stand_in
from witness.observed import Visit
from witness.window import PATIENCE_S, SETTLE_S, Manner, open_window

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from playwright.async_api import BrowserContext

    from witness.pace import Pace
    from witness.window import Window

LANGUAGE, SESSION = "language", "session"
"""Names in the register of the cookies that these journeys are there to set."""

CHOICES: Final = """() => [...document.querySelectorAll("a[hreflang]")]
  .map((link, index) => [index, link.href, link.hreflang])
  .filter(([, href]) => new URL(href).origin === location.origin)"""
PRESS: Final = "(index) => { document.querySelectorAll('a[hreflang]')[index].click(); }"


class AccountScriptError(Exception):
    """The script for signing in cannot be used; the message says why."""


def account_script(path: Path | None) -> ModuleType:
    """The functions `sign_in` and `sign_out`; the preview's own without a path."""
    if path is None:
        return stand_in
    spec = importlib.util.spec_from_file_location("account_script", path)
    if spec is None or spec.loader is None:
        raise AccountScriptError(f"{path} is no Python file; write one as witness/stand_in.py is")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except OSError as error:
        raise AccountScriptError(f"{path} cannot be read: {error.strerror}") from error
    except SyntaxError as error:
        raise AccountScriptError(
            f"{path} is no Python: {error.msg}, line {error.lineno}"
        ) from error
    except (Exception, SystemExit) as error:
        raise AccountScriptError(f"{path} failed: {type(error).__name__}: {error}") from error
    named = ("sign_in", "sign_out")
    missing = [name for name in named if not callable(getattr(module, name, None))]
    if missing:
        raise AccountScriptError(f"{path} has no function '{missing[0]}'; see witness/stand_in.py")
    return module


@dataclass(slots=True)
class Journeys:
    """The journeys of one profile, one after the other; in haste one language stands for all."""

    context: BrowserContext
    profile: str
    origin: str
    pace: Pace
    in_haste: bool
    visits: list[Visit] = field(default_factory=list)

    @property
    def blocked(self) -> bool:
        """Whether the profile refuses cookies and storage."""
        return "-blocked" in self.profile

    async def begin(self, name: str, address: str, *expects: str) -> Window:
        """A window for one step; with cookies blocked no step expects any."""
        await self.pace.wait()
        state = {"journey": name, "storage": f"storage {'blocked' if self.blocked else 'allowed'}"}
        visit = Visit(address, self.profile, state, time.time())
        visit.expects = self._expected(*expects)
        self.visits.append(visit)
        return await open_window(self.context, visit, self.origin, Manner(in_haste=self.in_haste))

    def _expected(self, *cookies: str) -> tuple[str, ...]:
        return () if self.blocked else cookies

    async def end(self, window: Window, *, forget: bool) -> None:
        """Reads what is stored, and leaves."""
        await asyncio.sleep(SETTLE_S)
        window.visit.landed = urlsplit(window.page.url).path
        await window.look()
        await window.leave(forget=forget)
        window.visit.ended = time.time()

    async def choose_languages(self, address: str) -> None:
        """Every choice of a language on a page leads there, sets `language`, and is remembered."""
        if self.in_haste:
            window = await self.begin("choose a language", address)
            if choices := await self._choices(window, address):
                window.visit.expects = self._expected(LANGUAGE)
                await self._choose(window, *choices[-1])
            await self.end(window, forget=True)
            return
        window = await self.begin("look at the languages", address)
        choices = await self._choices(window, address)
        await self.end(window, forget=True)
        for choice in choices:
            window = await self.begin(f"choose {choice[-1]}", address, LANGUAGE)
            await window.open(self.origin + address)
            await self._choose(window, *choice)
            await self.end(window, forget=True)

    async def _choices(self, window: Window, address: str) -> list[tuple[int, str, str]]:
        """Number, address and language of each link to the same page in another language."""
        await window.open(self.origin + address)
        return await window.evaluate(CHOICES) or []

    async def _choose(self, window: Window, index: int, href: str, language: str) -> None:
        try:
            async with window.page.expect_navigation(timeout=PATIENCE_S * 1000):
                await window.page.evaluate(PRESS, index)
        except Error as problem:
            window.problems.append(f"choosing {language}: {problem.message.splitlines()[0]}")
        if window.page.url != href:
            window.problems.append(f"choosing {language} led to {window.page.url}, not {href}")
        if not self.blocked:
            await window.open(f"{self.origin}/")
            if not urlsplit(window.page.url).path.startswith(f"/{language}/"):
                window.problems.append(f"after choosing {language}, / led to {window.page.url}")

    async def account(self, script: ModuleType) -> None:
        """Signing in sets `session`; signing out removes it."""
        for name, act, expects in (
            ("sign in", script.sign_in, (SESSION,)),
            ("sign out", script.sign_out, ()),
        ):
            window = await self.begin(name, "/account/", *expects)
            try:
                await act(window.page, self.origin)
            except Error as problem:
                window.problems.append(f"{name}: {problem.message.splitlines()[0]}")
            await self.end(window, forget=name == "sign out")


async def travel(journeys: Journeys, starts: list[str], script: ModuleType | None) -> list[Visit]:
    """All journeys of one profile; without a script nobody signs in."""
    for address in starts:
        await journeys.choose_languages(address)
    if script is not None:
        await journeys.account(script)
    return journeys.visits
