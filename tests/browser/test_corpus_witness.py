"""Whatever host Chromium contacts on the corpus, the guard has reported."""

from __future__ import annotations

import os
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from tests.browser.witness.stage import programme
from tests.browser.witness.table import DOCUMENT, Result, seen_before, table
from tests.browser.witness.witness import Observation, observe, silent_about
from tests.corpus.cases import cases
from tests.corpus.guarded import manner, reports
from witness.isolation import Network, can_isolate

pytestmark = pytest.mark.watch

SURE_TO_FIRE = (
    "leak-img-src",
    "leak-rel-preconnect",
    "leak-rel-dns-prefetch",
    "leak-rel-prefetch",
    "leak-rel-icon",
    "leak-header-link-preconnect",
    "leak-js-websocket",
    "leak-form-action",
    "leak-a-ping",
    "leak-noscript-img",
    "leak-css-hover",
    "leak-js-only-in-german",
    "leak-js-only-on-second-visit",
)
"""One of every kind that a witness could be blind to; a run that misses one proves nothing."""

HINTS = frozenset({"leak-rel-preconnect", "leak-rel-dns-prefetch", "leak-header-link-preconnect"})
"""What only a NetLog without resolver mapping shows."""

LEISURE_S = 1.0
"""How long a visit stays that must be seen doing something."""

BESIDES = {"leak.test": "leak-js-credentials-federated"}
"""FedCM asks the registrable domain of the provider for `/.well-known/web-identity`, too."""


@pytest.fixture(scope="module")
def observation() -> Observation:
    """One life of the browser over the whole corpus.

    What has to be seen is visited at leisure, so that no busy machine hides it.
    """
    staged = programme(cases())
    sure = {f"{name}.localhost" for name in SURE_TO_FIRE}
    errands = [
        replace(errand, settle_s=LEISURE_S) if urlsplit(errand.url).hostname in sure else errand
        for errand in staged.errands
    ]
    return observe(staged.sites, errands)


@pytest.fixture(scope="module")
def contacted(observation: Observation) -> dict[str, set[str]]:
    """Contacts by case; a case that is about an address is found by the address."""
    addresses = {host: case.name for case in cases() for host in case.hosts} | BESIDES
    return observation.by_case(addresses)


def test_the_guard_reports_whatever_chromium_contacts(contacted: dict[str, set[str]]) -> None:
    """No host is looked up or connected to that the guard has not reported for that case."""
    assert silent_about(contacted, reports()) == []


def test_nothing_is_contacted_for_an_unknown_reason(contacted: dict[str, set[str]]) -> None:
    """Every contact belongs to a case, or is what Chromium does on an empty page."""
    assert contacted.get("", set()) == set()


def test_harmless_cases_contact_nobody(contacted: dict[str, set[str]]) -> None:
    """What the guard calls harmless does nothing in the browser either."""
    assert {case: hosts for case, hosts in contacted.items() if case.startswith("harmless")} == {}


def test_every_visit_went_as_planned(observation: Observation) -> None:
    """No state of any case failed to be brought about."""
    assert observation.errors == ()


@pytest.mark.parametrize("name", SURE_TO_FIRE)
def test_the_witness_is_not_blind(
    name: str, observation: Observation, contacted: dict[str, set[str]]
) -> None:
    """A planted request of every kind is seen: prediction is on, and the states come about."""
    if name in HINTS and observation.network is not Network.CLOSED:
        pytest.skip(observation.network.claim)
    assert name in contacted


def test_a_silent_guard_would_be_noticed(
    observation: Observation, contacted: dict[str, set[str]]
) -> None:
    """With one report taken away, the comparison names the host and the case."""
    held = {**reports(), "leak-rel-dns-prefetch": frozenset[str]()}
    if observation.network is not Network.CLOSED:
        pytest.skip(observation.network.claim)
    sentence = (
        "leak-rel-dns-prefetch: Chromium contacted rel-dns-prefetch.leak.test, "
        "and the guard says nothing; see tests/corpus"
    )
    assert sentence in silent_about(contacted, held)


def test_the_table_says_what_was_seen(
    observation: Observation, contacted: dict[str, set[str]]
) -> None:
    """`docs/vectors.md` holds every case; what the run adds to it is written at once."""
    seen = observation
    text = DOCUMENT.read_text("utf-8") if DOCUMENT.exists() else ""
    before = seen_before(text, seen.version)
    leaking = [case for case in cases() if case.kind == "leak"]
    results = [
        Result(case, case.name in contacted or case.vector in before, manner(case))
        for case in leaking
    ]
    loud = sum(case.startswith("harmless") for case in contacted)
    written = table(results, seen.version, seen.network.claim, len(cases()) - len(leaking), loud)
    if seen.network is Network.CLOSED and written != text:
        DOCUMENT.parent.mkdir(exist_ok=True)
        DOCUMENT.write_text(written, "utf-8")
    assert [result.case.name for result in results if result.reported == "silent"] == []


@pytest.mark.skipif(not os.environ.get("CI"), reason="a laptop may have no namespaces")
def test_the_network_has_no_way_out() -> None:
    """Where the result counts, the strong witness is the one that is asked."""
    assert can_isolate()
