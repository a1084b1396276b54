"""In haste, too, the audit can fail: what is done differently to save time hides nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.browser import plants
from witness import isolation
from witness.audit import job_for, local_fetch, observe
from witness.plan import OPEN, STATES, Scenario, pairwise
from witness.run import Job
from witness.verdict import judge

if TYPE_CHECKING:
    from pathlib import Path

    from firstparty.model import Finding

pytestmark = pytest.mark.watch

APPLICATION = "tests.browser.plants:application"
BY_THE_WAY = {
    "dns-prefetch",
    "beacon-at-hide",
    "cookie-at-hide",
    "session-storage",
    "worker-socket",
}
"""Plants that could slip through where tabs are closed, kept for a second visit, or shared."""

LOUD = [plant for plant in plants.LOUD if plant.name in BY_THE_WAY]
SOME = [plant for plant in plants.TOGETHER if plant.name != "no-script"]
"""What only some visitors get; in haste there is nobody without scripts."""

SHARED = f"/plant/{plants.SHARED[0]}/"


@pytest.fixture(scope="module")
def findings(built_site: Path, facts) -> tuple[Finding, ...]:
    """What the quick audit says of them: each state on one page, and some pages once."""
    rows = [{**row, **OPEN} for row in pairwise(STATES)]
    plan = [Scenario(SHARED, row) for row in rows]
    plan += [Scenario(plant.address, rows[0]) for plant in LOUD]
    job = Job(plan, [], [], site=str(built_site), application=APPLICATION, in_haste=True)
    return judge(observe(job), facts.register.cookies, signed_in=False)


@pytest.mark.parametrize(
    ("plant", "address"),
    [*((plant, plant.address) for plant in LOUD), *((plant, SHARED) for plant in SOME)],
    ids=str,
)
def test_each_plant_is_reported(findings, plant, address):
    """The planted defect is an error at its own address, by its own rule, with its name."""
    if plant.name == "dns-prefetch" and not isolation.can_isolate():
        pytest.skip(isolation.Network.RULED.claim)
    said = [
        finding.message
        for finding in findings
        if finding.location.path == address and finding.rule == plant.rule
    ]
    assert [message for message in said if plant.says in message] != [], said


def test_the_quick_plan_has_each_address_once(built_site: Path):
    """No idle looks, one start for journeys, everything else as in the full plan."""
    full, quick = (
        job_for(local_fetch("witness.local:application", built_site), quick=quick)
        for quick in (False, True)
    )
    addresses = [scenario.address for scenario in quick.plan]
    assert sorted(addresses) == sorted({scenario.address for scenario in full.plan})
    assert (quick.idle, quick.starts, quick.in_haste) == ([], ["/index.html"], True)


MISLED = {
    "forgetful": [
        "/index.html:1:1: the visit did not go as planned: "
        '"after choosing en, / led to {origin}/de/"; visit the page by hand '
        "(seen in: choose a language, storage allowed) [incomplete-visit]"
    ],
    "mute": [
        '/account/:1:1: cookie "session" was not set; mend what sets it, or the register '
        "(seen in: sign in, storage allowed) [missing-cookie]",
        'processing.toml:1:1: cookie "session" is declared in processing.toml but no scenario '
        "ever set it; delete the entry, or mend what sets it [never-set-cookie]",
    ],
    "clinging": [
        '/account/:1:1: cookie "session" was set although nobody asked for it; set it only where '
        "processing.toml says so (seen in: sign out, storage allowed) [unasked-cookie]"
    ],
}
"""What is said of a choice that is not kept, a cookie that never comes, and one that stays."""


@pytest.mark.parametrize("served", MISLED)
def test_a_journey_that_leads_elsewhere_is_reported(built_site: Path, facts, served):
    """Journeys fail, too: whole messages, for three sites that go wrong."""
    application = f"tests.browser.plants:{served}"
    job = Job([], [], ["/index.html"], site=str(built_site), application=application)
    observed = observe(replace(job, browsers=1, in_haste=True))
    found = judge(observed, facts.register.cookies)
    expected = [message.replace("{origin}", observed.origin) for message in MISLED[served]]
    assert [f"{finding} [{finding.rule}]" for finding in found] == expected
