"""A second engine agrees: Firefox contacts nobody either, and would be seen doing it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.browser import plants
from witness import isolation, marionette, plan
from witness.addresses import every
from witness.audit import local_fetch
from witness.firefox import judge, second_witness
from witness.local import application
from witness.run import Job

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.watch,
    pytest.mark.skipif(marionette.program() is None, reason="there is no Firefox here"),
    pytest.mark.skipif(not isolation.can_isolate(), reason=isolation.Network.RULED.claim),
]

SURE_TO_FIRE = (
    "image",
    "websocket",
    "dns-prefetch",
    "preconnect",
    "link-header",
    "beacon-at-hide",
    "shared-worker",
    "policy-report",
)
"""What Firefox does with the same plants as Chromium."""

COOKIES = ("cookie-by-script", "cookie-by-header", "cookie-store")


def _job(site: Path, addresses: list[str], served_by: str) -> Job:
    planned = plan.scenarios(addresses, quick=True)
    return replace(Job(planned, [], []), site=str(site), application=served_by)


def test_firefox_contacts_nobody(built_site):
    """First visits to every page: no foreign host is looked up, no cookie kept."""
    served_by = f"{application.__module__}:application"
    addresses = every(local_fetch(served_by, built_site))
    seen = second_witness(_job(built_site, addresses, served_by))
    assert seen.visited == addresses
    assert judge(seen, "http://127.0.0.1:8000") == ()


def test_firefox_is_not_blind(built_site):
    """Planted contacts and cookies are reported."""
    planted = [plant for plant in plants.EVERY if plant.name in (*SURE_TO_FIRE, *COOKIES)]
    addresses = [plant.address for plant in planted]
    served_by = "tests.browser.plants:application"
    found = judge(second_witness(_job(built_site, addresses, served_by)), "http://127.0.0.1:8000")
    hosts = {finding.evidence for finding in found if finding.rule == "third-party-contact"}
    assert {f"{name}.leak.test" for name in SURE_TO_FIRE} <= hosts
    cookies = {finding.location.path for finding in found if finding.rule == "unasked-cookie"}
    assert cookies == {f"/plant/{name}/" for name in COOKIES}
