"""Where a machine gives no network namespace the audit still finds, and claims less."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.browser import plants
from witness import plan
from witness.audit import observe, write
from witness.run import Job
from witness.verdict import judge

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.watch

CLEAN, SEEN, HIDDEN = "/de/testzugang/", ("image", "websocket", "cookie-by-script"), "dns-prefetch"
CLAIM = (
    "requests and sockets only: this machine gives no network namespace, so other hosts were "
    "kept away by a resolver rule, which hides the look-ups of dns-prefetch and preconnect"
)


@pytest.fixture(scope="module")
def job(built_site: Path) -> Job:
    """A page of the site, plants that a resolver rule lets be seen, and one that it hides."""
    addresses = [CLEAN, *(f"/plant/{name}/" for name in (*SEEN, HIDDEN))]
    planned = [
        replace(scenario, state={**scenario.state, "language": "de", "visit": "first"})
        for scenario in plan.scenarios(addresses, quick=True)
    ]
    job = Job(planned, [], [], site=str(built_site))
    return replace(job, application=f"{plants.__name__}:application", browsers=1)


@pytest.fixture(scope="module")
def observed(job):
    """The audit as on a machine without namespaces."""
    return observe(job, namespace=False)


@pytest.fixture(scope="module")
def findings(observed, facts):
    """What it says."""
    return judge(observed, facts.register.cookies, signed_in=False)


def test_requests_and_cookies_are_found_and_hints_are_not(findings):
    """The rule hides look-ups for hints, which is what the claim says; nothing else is lost."""
    found = {f.location.path: f.rule for f in findings if f.rule != "console-error"}
    assert found == {
        "/plant/image/": "third-party-contact",
        "/plant/websocket/": "third-party-contact",
        "/plant/cookie-by-script/": "undeclared-cookie",
        "processing.toml": "never-set-cookie",
    }


def test_the_report_makes_the_narrower_claim(observed, findings, job, tmp_path):
    """Page and evidence say what could not be seen, and why."""
    write(tmp_path, observed, findings, job)
    assert json.loads((tmp_path / "evidence.json").read_text("utf-8"))["claim"] == CLAIM
    assert CLAIM in (tmp_path / "index.html").read_text("utf-8")


def test_the_report_shows_what_failed(observed, findings, job, tmp_path):
    """One picture for each page with a finding, in the page itself."""
    write(tmp_path, observed, findings, job)
    shown = (tmp_path / "index.html").read_text("utf-8")
    for name in (*SEEN,):
        assert f'alt="The page /plant/{name}/"' in shown
    assert f'alt="The page {CLEAN}"' not in shown
