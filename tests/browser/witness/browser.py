"""Starts an ordinary Chromium, sends it on its errands, and asks its NetLog what it did.

`python -m tests.browser.witness.browser JOB RESULT`, both JSON, inside a network namespace
without a way out: only the loopback is up, so nothing answers and nothing leaves.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.async_api import async_playwright

from tests.browser.witness.server import Site, certificate, serve
from tests.browser.witness.visit import Errand, new_window, work
from witness.housekeeping import is_excused, name_servers
from witness.isolation import bring_loopback_up
from witness.netlog import read
from witness.profile import FRUGAL, PREDICTION, UNMOVED, program

if TYPE_CHECKING:
    from playwright.async_api import Playwright

FLAGS = (
    "--headless=new",
    "--no-sandbox",  # the tests may run as root
    "--no-first-run",
    "--window-size=800,600",
    "--remote-debugging-pipe",
    "--ignore-certificate-errors",  # the certificate was made a second ago
    "--password-store=basic",
    "--mute-audio",
    UNMOVED,
    f"--disable-features={','.join(FRUGAL)}",
    # Several windows at once, one behind the other, all of which have to paint.
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--disable-background-timer-throttling",
    # One process may show several cases: half the time, the same network stack.
    "--disable-site-isolation-trials",
    "--renderer-process-limit=6",
)

WINDOWS = 6
"""Windows that work side by side in one browser."""

LIFE = 256
"""Errands of one browser: what it remembers of so many hosts makes it slower and slower."""

TLS_PORT = 443


@dataclass(frozen=True, slots=True)
class Job:
    """What to serve and where to go; `isolated` says that there is no way out."""

    sites: dict[str, Site]
    errands: list[Errand]
    isolated: bool


@dataclass(frozen=True, slots=True)
class Witnessed:
    """What the browser did, and what went wrong on the way."""

    version: str
    contacts: list[str]
    errors: list[str]


def contacts(log: Path, *, isolated: bool) -> list[str]:
    """Every host that was looked up or connected to, short of the browser's own housekeeping.

    Where names cannot be resolved at all, also those that were only asked for.
    """
    resolvers = name_servers()
    return sorted(
        {
            contact.host
            for contact in read(log, "corpus").logs[0].contacts
            if not is_excused(contact, resolvers) and not (isolated and contact.kind == "request")
        }
    )


async def browse(playwright: Playwright, job: Job, folder: Path, flags: list[str]) -> Witnessed:
    """One life of the browser, from an empty profile to the end of its NetLog."""
    profile, log = folder / "profile", folder / "netlog.json"
    (profile / "Default").mkdir(parents=True)
    (profile / "Default" / "Preferences").write_text(json.dumps(PREDICTION))
    context = await playwright.chromium.launch_persistent_context(
        profile,
        executable_path=program(),
        headless=False,  # new headless is asked for by a flag: it is the whole browser
        ignore_default_args=True,  # Playwright's own flags turn prediction off
        no_viewport=True,
        args=[*FLAGS, *flags, f"--user-data-dir={profile}", f"--log-net-log={log}", "about:blank"],
    )
    first = context.pages[0]
    browser = await context.new_cdp_session(first)
    version = (await browser.send("Browser.getVersion"))["product"]
    windows = [await new_window(context) for _ in range(WINDOWS)]
    errands = iter(job.errands)
    await asyncio.gather(*(work(window, errands) for window in windows))
    errors = [error for window in windows for error in window.errors]
    await context.close()
    return Witnessed(version, contacts(log, isolated=job.isolated), errors)


async def run(job: Job) -> Witnessed:
    """Serves the sites and browses them; the port is a real 443 where that is possible."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        server = await serve(job.sites, certificate(folder), TLS_PORT if job.isolated else 0)
        port = server.sockets[0].getsockname()[1]
        # Without a namespace nothing may leave either; name lookups are then invisible.
        rules = f"MAP *.localhost:443 127.0.0.1:{port},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1"
        flags = [] if job.isolated else [f"--host-resolver-rules={rules}"]
        async with server, async_playwright() as playwright:
            parts = [job.errands[i : i + LIFE] for i in range(0, len(job.errands), LIFE)]
            lives = [
                await browse(playwright, replace(job, errands=part), folder / str(number), flags)
                for number, part in enumerate(parts)
            ]
    return Witnessed(
        lives[0].version,
        sorted({host for life in lives for host in life.contacts}),
        [error for life in lives for error in life.errors],
    )


def read_job(path: Path) -> Job:
    """The job as `witness.py` wrote it."""
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    sites = {
        name: Site(
            {
                file: Path(held["path"]) if "path" in held else held["text"].encode("utf-8")
                for file, held in site["files"].items()
            },
            site["start"],
        )
        for name, site in data["sites"].items()
    }
    return Job(sites, [Errand(**errand) for errand in data["errands"]], data["isolated"])


def main() -> None:
    """Reads the job, does it, writes the result."""
    job = read_job(Path(sys.argv[1]))
    if job.isolated:
        bring_loopback_up()
    witnessed = asyncio.run(run(job))
    Path(sys.argv[2]).write_text(json.dumps(asdict(witnessed)), "utf-8")


if __name__ == "__main__":
    main()
