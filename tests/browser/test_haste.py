"""In haste, too, the audit can fail: what is done differently to save time hides nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.browser import misled, plants
from witness import isolation
from witness.audit import observe
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
SOME = [
    replace(plant, page=plants.SHARED[0]) for plant in plants.TOGETHER if plant.name != "no-script"
]
"""What only some visitors get; in haste there is nobody without scripts."""

AGAIN = replace(
    next(plant for plant in SOME if plant.name == "second-visit"), page=plants.SHARED[1]
)
"""Found where a page is only read, twice: whoever sends a form opens it again anyway."""


@pytest.fixture(scope="module")
def findings(built_site: Path, facts) -> tuple[Finding, ...]:
    """What the quick audit says of them: each state on one page, and some pages once."""
    rows = [{**row, **OPEN} for row in pairwise(STATES)]
    plan = [Scenario(SOME[0].address, row) for row in rows]
    plan += [Scenario(plant.address, rows[0]) for plant in LOUD]
    plan += [Scenario(AGAIN.address, {**rows[0], "visit": "second"})]
    job = Job(plan, [], [], site=str(built_site), application=APPLICATION, in_haste=True)
    return judge(observe(job), facts.register.cookies, signed_in=False)


@pytest.mark.parametrize("plant", [*LOUD, *SOME, AGAIN], ids=str)
def test_each_plant_is_reported(findings, plant):
    """The planted defect is an error at its own address, by its own rule, with its name."""
    if plant.name in plants.HINTS and not isolation.can_isolate():
        pytest.skip(isolation.Network.RULED.claim)
    said = plants.said_of(plant, findings)
    assert [message for message in said if plant.says in message] != [], said


@pytest.mark.parametrize("served", misled.SAID)
def test_a_journey_that_leads_elsewhere_is_reported(built_site: Path, facts, served):
    """Journeys fail, too: whole messages, for three sites that go wrong."""
    application = f"tests.browser.misled:{served}"
    job = Job([], [], ["/index.html"], site=str(built_site), application=application)
    observed = observe(replace(job, browsers=1, in_haste=True))
    found = judge(observed, facts.register.cookies)
    expected = [message.replace("{origin}", observed.origin) for message in misled.SAID[served]]
    assert [f"{finding} [{finding.rule}]" for finding in found] == expected
