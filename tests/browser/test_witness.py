"""The audit can fail: it reports each defect that is planted into a copy of the built site."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.browser import plants
from witness import isolation, plan
from witness.audit import observe
from witness.run import Job
from witness.verdict import judge

if TYPE_CHECKING:
    from pathlib import Path

    from firstparty.model import Finding

pytestmark = pytest.mark.watch

UNSEEN_BY_EVENTS = {"dns-prefetch", "preconnect", "link-header"}
"""What no event of the page shows: without the NetLog nobody would know."""

EXPLAINED = {
    "image": "parser http://127.0.0.1:8000/plant/image/:1",
    "websocket": "WebSocket by script http://127.0.0.1:8000/plant/websocket/:1",
    "webtransport": "WebTransport by script http://127.0.0.1:8000/plant/webtransport/:1",
    "dedicated-worker": "(in the worker blob:http://127.0.0.1:8000/",
    "worker-socket": "(in the worker blob:http://127.0.0.1:8000/",
    "shared-worker": "(in the shared worker blob:http://127.0.0.1:8000/",
    "asking-service-worker": "script http://127.0.0.1:8000/plant/asking.js:1 "
    "(in the service worker http://127.0.0.1:8000/plant/asking.js)",
}
"""What the events say of a contact: with line and call, in whatever worker it happened."""

IDLE_S = 17

LASTING = frozenset((plants.STORED, plants.COOKIE, plants.WRONG, "visitor-validator"))
"""Rules that judge what a page leaves in the browser."""

ADDRESSES = tuple(dict.fromkeys(plant.address for plant in plants.EVERY))
"""Of all planted pages, in their order."""


def planned() -> Job:
    """What every visitor gets is looked at once; what some get in every pair of states."""
    loud = plan.scenarios([plant.address for plant in plants.LOUD], quick=True)
    some = plan.scenarios(list(dict.fromkeys(plant.address for plant in plants.STATES)))
    return Job([*loud, *some], plan.idle([plants.LATE.address]), [], idle_s=IDLE_S)


@pytest.fixture(scope="module")
def observed(built_site: Path):
    """One run over all planted pages."""
    job = replace(planned(), site=str(built_site), application="tests.browser.plants:application")
    return observe(job)


@pytest.fixture(scope="module")
def findings(observed, facts) -> tuple[Finding, ...]:
    """What the audit says of them."""
    return judge(observed, facts.register.cookies, signed_in=False)


@pytest.mark.parametrize("plant", plants.EVERY, ids=str)
def test_each_plant_is_reported(findings, plant):
    """The planted defect is an error at its own address, by its own rule, with its name."""
    if plant.name in plants.HINTS and not isolation.can_isolate():
        pytest.skip(isolation.Network.RULED.claim)
    said = plants.said_of(plant, findings)
    assert [message for message in said if plant.says in message] != [], said


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_plant_spreads_to_another_page(findings, address):
    """Nothing that one page contacted or stored is found on the next.

    The browser was emptied, and workers ended.
    """
    here = [plant for plant in plants.EVERY if plant.address == address]
    own = {plant.name for plant in here}
    foreign = [f'"{plant.name}.leak.test"' for plant in plants.EVERY if plant.name not in own]
    foreign_rules = LASTING - {plant.rule for plant in here}
    if "asking-service-worker" in own:
        foreign_rules -= {plants.STORED}
    others = [
        finding.message
        for finding in findings
        if finding.location.path == address
        if finding.rule in foreign_rules or any(host in finding.message for host in foreign)
    ]
    assert others == []


def test_the_netlog_sees_what_page_events_do_not(observed):
    """Hints appear in no event of the page: the second witness is needed."""
    asked = {
        plant.name
        for plant in plants.CONTACTS
        for visit in observed.visits
        if visit.address == plant.address and visit.asked
    }
    assert asked.isdisjoint(UNSEEN_BY_EVENTS)


@pytest.mark.parametrize("name", EXPLAINED)
def test_events_explain_what_the_netlog_found(observed, name):
    """Who asked is on record with place and call, of pages, workers and sockets alike."""
    causes = [
        asked.cause
        for visit in observed.visits
        for asked in visit.asked
        if visit.address == f"/plant/{name}/"
    ]
    assert [cause for cause in causes if EXPLAINED[name] in cause] != [], causes
