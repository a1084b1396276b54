"""The audit of the real site: nothing leaves, and nothing is stored that nobody asked for."""

from __future__ import annotations

import base64
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from witness import local
from witness.audit import job_for, local_fetch, observe, write
from witness.verdict import judge

if TYPE_CHECKING:
    from pathlib import Path

    from witness.observed import Observed

pytestmark = pytest.mark.watch

CONTRAST = 100
"""Between the darkest and the lightest grey, of 255: type can be read. An empty page has none."""

APPLICATION = f"{local.__name__}:application"


@pytest.fixture(scope="module")
def job(built_site: Path):
    """The full plan for the site as it was built."""
    planned = job_for(local_fetch(APPLICATION, built_site), quick=False)
    return replace(planned, site=str(built_site))


@pytest.fixture(scope="module")
def observed(job) -> Observed:
    """The full plan, carried out once."""
    return observe(job)


@pytest.fixture(scope="module")
def findings(observed, facts):
    """The verdict."""
    return judge(observed, facts.register.cookies)


def test_nothing_is_found(findings):
    """No foreign contact, nothing stored unasked, a silent console: on all pages, in all states."""
    assert [f"{finding} [{finding.rule}]" for finding in findings] == []


def test_every_planned_visit_took_place(observed, job):
    """The run is the plan: each scenario once, each page of the sitemap among them."""
    planned = sorted(str(scenario) for scenario in [*job.plan, *job.idle])
    made = [visit for visit in observed.visits if "journey" not in visit.state]
    assert sorted(f"{visit.address}: {visit.states}" for visit in made) == planned
    assert {"/de/datenschutz/", "/en/privacy/", "/404.html", "/no-such-page/"} <= {
        visit.address for visit in made
    }


def test_the_gateway_and_the_folder_without_its_slash_redirect(observed):
    """The plan holds a redirect, and both end on a page of the site."""
    landed = {visit.address: visit.landed for visit in observed.visits if "action" in visit.state}
    assert landed["/de/ausprobieren"] == "/de/ausprobieren/"
    assert landed["/"] in {"/de/", "/en/"}


def test_declared_cookies_come_when_asked_for_and_only_then(observed):
    """`language` by choosing a language, `session` by signing in; signing out removes it."""
    seen = {
        (visit.state["journey"], stored.name)
        for visit in observed.visits
        for stored in visit.stored
        if "journey" in visit.state
    }
    assert seen == {
        ("choose de", "language"),
        ("choose en", "language"),
        ("sign in", "session"),
    }


def test_the_page_says_what_blocking_cookies_costs(built_site):
    """Whoever blocks cookies reads in the notice what then does not work."""
    for page in ("de/datenschutz", "en/privacy"):
        assert 'id="cookies-blocking"' in (built_site / page / "index.html").read_text("utf-8")


def test_the_report_is_complete_and_loads_nothing(observed, findings, job, tmp_path):
    """`write` lets the guard check its own page; every visit and every NetLog is on record."""
    write(tmp_path, observed, findings, job)
    record = json.loads((tmp_path / "evidence.json").read_text("utf-8"))
    assert len(record["visits"]) == len(observed.visits)
    assert all(visit["began"].endswith("+00:00") for visit in record["visits"])
    assert {each["profile"] for each in record["browsers"]} == {v.profile for v in observed.visits}
    assert (tmp_path / "index.html").stat().st_size > 10_000


def test_every_address_has_a_picture_that_shows_something(observed, job):
    """What failed can be looked at: no picture is empty, wherever the page was scrolled to."""
    pictures = {visit.address: visit.screenshot for visit in observed.visits if visit.screenshot}
    assert pictures.keys() == {scenario.address for scenario in job.plan}
    images = {a: Image.open(io.BytesIO(base64.b64decode(p))) for a, p in pictures.items()}
    greys = {address: image.convert("L").getextrema() for address, image in images.items()}
    assert [address for address, (dark, light) in greys.items() if light - dark < CONTRAST] == []


def test_each_visit_has_a_netlog_of_its_own(observed):
    """The logs of visits and of what came before them hold every event, and no event twice."""
    assert len({visit.log for visit in observed.visits}) == len(observed.visits)
    logs = {log.name: log for log in observed.logs}
    assert all(len(logs[visit.log].digest) == 64 for visit in observed.visits)
    assert len({log.digest for log in observed.logs}) == len(logs)
    asked = {visit.address: logs[visit.log].requests for visit in observed.visits}
    assert [address for address, requests in asked.items() if not requests] == []


def test_the_quick_plan_has_each_address_once(built_site: Path, job):
    """No idle looks, one start for journeys, the same addresses as in the full plan."""
    quick = job_for(local_fetch(APPLICATION, built_site), quick=True)
    addresses = [scenario.address for scenario in quick.plan]
    assert sorted(addresses) == sorted({scenario.address for scenario in job.plan})
    assert (quick.idle, quick.starts, quick.in_haste) == ([], ["/index.html"], True)
