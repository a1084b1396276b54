"""Carries a plan out: `python -m witness.run JOB RESULT`, both JSON.

Inside a network namespace it serves the site on the loopback first; nothing else answers there.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
import tempfile
import time
from contextlib import AsyncExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from playwright.async_api import Error, async_playwright

from witness import profile
from witness.housekeeping import KEPT_AWAY
from witness.isolation import Network, bring_loopback_up
from witness.journeys import Journeys, account_script, travel
from witness.netlog import read
from witness.observed import Observed, Recording, Visit
from witness.pace import Pace
from witness.plan import OPEN, Scenario
from witness.visit import carry_out
from witness.window import Manner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from playwright.async_api import BrowserContext, Playwright

CHUNK: Final = 24
"""Visits of one browser: enough to pay for its start, few enough to share out evenly."""

NO_OTHERS: Final = f"--host-resolver-rules=MAP * {KEPT_AWAY.upper()},EXCLUDE 127.0.0.1"
"""Without a namespace nothing may leave either; name look-ups are then invisible."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to visit and how.

    Without an `origin` the folder `site` is served by `application` (`module:function`).
    `pace_s` is the shortest time from one visit to the next.
    NetLogs are written into the folder `logs`, if there is one.
    """

    plan: list[Scenario]
    idle: list[Scenario]
    starts: list[str]
    site: str = ""
    application: str = "witness.local:application"
    origin: str = ""
    network: Network = Network.CLOSED
    logs: str = ""
    read_only: bool = False
    sign_in: bool = True
    account: str = ""
    idle_s: float = 20
    pace_s: float = 0
    browsers: int = 3
    in_haste: bool = False


@dataclass(slots=True)
class Run:
    """What has been seen so far."""

    job: Job
    origin: str
    playwright: Playwright
    folder: Path
    version: str = ""
    visits: list[Visit] = field(default_factory=list)
    recordings: list[Recording] = field(default_factory=list)
    photographed: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    pace: Pace = field(init=False)

    def __post_init__(self) -> None:
        """One pace for all browsers."""
        self.pace = Pace(self.job.pace_s)

    async def browse(
        self, name: str, act: Callable[[BrowserContext], Any], *, slots: asyncio.Semaphore
    ) -> None:
        """One life of a browser, from an empty profile to the end of its NetLog."""
        language, storage = name.split("-")[:2]
        folder = self.folder / name
        flags = (NO_OTHERS,) if self.job.network is Network.RULED else ()
        async with slots:
            context = await profile.start(
                self.playwright, folder, language, blocked=storage == "blocked", flags=flags
            )
            try:
                browser = await context.new_cdp_session(context.pages[0])
                self.version = (await browser.send("Browser.getVersion"))["product"]
                await act(context)
            finally:
                await context.close()
        visits = sorted((v for v in self.visits if v.profile == name), key=lambda v: v.began)
        began = [visit.began for visit in visits]
        log = folder / "netlog.json"
        recording = await asyncio.to_thread(read, log, name, began, self.job.logs)
        log.unlink()
        self.recordings.append(recording)
        for visit, cut in zip(visits, recording.logs[1:], strict=True):
            visit.log = cut.name

    async def visit(self, context: BrowserContext, scenario: Scenario, name: str) -> None:
        """One scenario, told to whoever watches the progress."""
        photograph = scenario.address not in self.photographed
        self.photographed.add(scenario.address)
        await self.pace.wait()
        try:
            visit = await carry_out(
                context,
                scenario,
                name,
                self.origin,
                Manner(
                    self.job.read_only,
                    self.job.idle_s,
                    photograph,
                    every_control=self._is_first_use(scenario),
                    in_haste=self.job.in_haste,
                ),
            )
        except Error as problem:
            now = time.time()
            visit = Visit(scenario.address, name, dict(scenario.state), now, now)
            visit.problems.append(f"the visit broke off: {problem.message.splitlines()[0]}")
        self.visits.append(visit)
        print(f"visited {scenario}", flush=True)

    def _is_first_use(self, scenario: Scenario) -> bool:
        """Whether every control is due: once on each page, where scripts run and may store."""
        is_open = OPEN.items() <= scenario.state.items()
        if self.job.in_haste or not is_open or scenario.state["action"] != "use":
            return False
        first = scenario.address not in self.used
        self.used.add(scenario.address)
        return first

    async def one_by_one(
        self, context: BrowserContext, name: str, plan: Iterable[Scenario]
    ) -> None:
        """Scenarios of one profile, each in an empty browser."""
        for scenario in plan:
            await self.visit(context, scenario, name)

    async def journeys_and(
        self, context: BrowserContext, name: str, plan: Iterable[Scenario]
    ) -> None:
        """Journeys first, then what is left to visit: one browser for both."""
        if self.job.starts:
            await self.journeys(context, name)
        await self.one_by_one(context, name, plan)

    async def journeys(self, context: BrowserContext, name: str) -> None:
        """What visitors ask for."""
        job = self.job
        script = account_script(Path(job.account) if job.account else None)
        journeys = Journeys(context, name, self.origin, self.pace, job.in_haste)
        self.visits += await travel(journeys, job.starts, script if job.sign_in else None)
        print(f"visited journeys in {name}", flush=True)

    async def everything(self) -> None:
        """Idle looks beside everything else, for they cost time and no work.

        Within a browser everything happens one after the other, so that its log can be cut;
        where there is a pace to keep, there is one browser at a time.
        """
        slots = asyncio.Semaphore(self.job.browsers)
        if self.job.in_haste:
            await self._in_haste(slots)
            return
        aside = slots if self.job.pace_s else asyncio.Semaphore(1)
        tasks = []
        if self.job.idle:
            name = "de-allowed-idle"
            act = partial(self.one_by_one, name=name, plan=self.job.idle)
            tasks.append(self.browse(name, act, slots=aside))
        tasks += [
            self.browse(name, partial(self.one_by_one, name=name, plan=plan), slots=slots)
            for name, plan in chunks(self.job.plan)
        ]
        tasks += [
            self.browse(name, partial(self.journeys, name=name), slots=slots)
            for name in ("de-allowed-journeys", "en-blocked-journeys")
            if self.job.starts
        ]
        await asyncio.gather(*tasks)

    async def _in_haste(self, slots: asyncio.Semaphore) -> None:
        """As few browsers as there can be, whatever the languages; who is free takes the next.

        The first one makes the journeys before that; none is started to refuse cookies.
        """
        left = iter(self.job.plan)
        names = [f"de-allowed-{number + 1}" for number in range(self.job.browsers)]
        acts = [self.journeys_and, *[self.one_by_one] * (len(names) - 1)]
        await asyncio.gather(
            *(
                self.browse(name, partial(act, name=name, plan=left), slots=slots)
                for name, act in zip(names, acts, strict=True)
            )
        )


def chunks(plan: list[Scenario]) -> list[tuple[str, list[Scenario]]]:
    """The plan by profile, in parts of at most `CHUNK` visits, the longest first."""
    by_profile: dict[str, list[Scenario]] = {}
    for scenario in plan:
        by_profile.setdefault(scenario.profile, []).append(scenario)
    parts = []
    for name, scenarios in by_profile.items():
        number = -(-len(scenarios) // CHUNK)
        parts += [(f"{name}-{i + 1}", scenarios[i::number]) for i in range(number)]
    return sorted(parts, key=lambda part: -len(part[1]))


@contextmanager
def served(job: Job) -> Iterator[str]:
    """The origin to visit; the site is served meanwhile unless it already is somewhere."""
    if job.origin:
        yield job.origin
        return
    from preview.server import answering  # noqa: PLC0415 - a deployed copy needs no server

    module, _, function = job.application.partition(":")
    application = getattr(importlib.import_module(module), function)(Path(job.site))
    with answering(application, 8000 if job.network is Network.CLOSED else 0) as server:
        yield server.origin


async def observe(job: Job) -> Observed:
    """The whole run."""
    began = time.time()
    with tempfile.TemporaryDirectory() as name, served(job) as origin:
        async with AsyncExitStack() as stack:
            playwright = await stack.enter_async_context(async_playwright())
            run = Run(job, origin, playwright, Path(name))
            await run.everything()
    recordings = sorted(run.recordings, key=lambda recording: recording.profile)
    visits = sorted(run.visits, key=lambda visit: visit.began)
    return Observed(origin, run.version, job.network, began, time.time(), visits, recordings)


def as_json(job: Job) -> str:
    """The job for `read_job`."""
    return json.dumps(asdict(job))


def read_job(text: str) -> Job:
    """The job as `as_json` wrote it."""
    data: dict[str, Any] = json.loads(text)
    for name in ("plan", "idle"):
        data[name] = [Scenario(**scenario) for scenario in data[name]]
    return Job(**{**data, "network": Network(data["network"])})


def main() -> None:
    """Reads the job, does it, writes the result."""
    job = read_job(Path(sys.argv[1]).read_text("utf-8"))
    if job.network is Network.CLOSED:
        bring_loopback_up()
    observed = asyncio.run(observe(job))
    Path(sys.argv[2]).write_text(json.dumps(observed.as_json()), "utf-8")


if __name__ == "__main__":
    main()
