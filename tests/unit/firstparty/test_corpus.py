"""The guard says about every case of the corpus exactly what is expected, no more, no less."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from firstparty.rules import RULES
from tests.corpus.cases import STATES, cases
from tests.corpus.guarded import reported

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.corpus.cases import Case, Expectation

LEAKING = [case for case in cases() if case.kind == "leak"]
HARMLESS = [case for case in cases() if case.kind == "harmless"]

WITHOUT_FOLDER = {
    "stale-acceptance",  # about a baseline, not about a published file
    "unread-remainder",  # needs input that is larger than a small case
}


def lines(found: Iterable[Expectation]) -> list[str]:
    """Findings as a person compares them, one per line."""
    return [str(entry) for entry in found]


def difference(case: Case) -> str:
    """What is missing and what is surplus, by finding; empty when the guard says just that."""
    owed, said = Counter(lines(case.findings)), Counter(lines(reported(case)))
    missing = [f"missing {entry}" for entry in (owed - said).elements()]
    surplus = [f"surplus {entry}" for entry in (said - owed).elements()]
    return "\n".join(missing + surplus)


@pytest.mark.parametrize("case", LEAKING, ids=lambda case: case.name)
def test_every_leak_is_found_where_it_stands(case: Case) -> None:
    """A leaking case gives its findings, whole: place, rule and host."""
    assert difference(case) == ""


@pytest.mark.parametrize("case", HARMLESS, ids=lambda case: case.name)
def test_harmless_pages_are_left_alone(case: Case) -> None:
    """A harmless case gives no finding at all."""
    assert lines(reported(case)) == []


def test_a_missing_finding_is_noticed() -> None:
    """A case that owes one finding more than the guard gives is told apart."""
    case = next(case for case in LEAKING if case.name == "leak-img-src")
    owed = replace(case.findings[0], rule="third-party-font")
    planted = replace(case, findings=(*case.findings, owed))
    assert difference(planted) == (
        "missing leak-img-src.html:2: third-party-font img-src.leak.test"
    )


def test_a_surplus_finding_is_noticed() -> None:
    """A case that owes nothing fails as soon as the guard says something."""
    case = next(case for case in LEAKING if case.name == "leak-img-src")
    assert difference(replace(case, findings=())) == (
        "surplus leak-img-src.html:2: third-party-image img-src.leak.test"
    )


def test_the_corpus_is_as_large_as_promised() -> None:
    """At least 320 leaking and 150 harmless cases."""
    assert len(LEAKING) >= 320
    assert len(HARMLESS) >= 150


def test_no_two_cases_share_a_name() -> None:
    """A host names one case only, whatever folder it lies in."""
    names = Counter(case.vector for case in LEAKING) | Counter(case.name for case in HARMLESS)
    assert [name for name, times in names.items() if times > 1] == []


def test_names_fit_into_a_host_name() -> None:
    """A label has at most 63 letters, digits and hyphens (RFC 1035, 2.3.1)."""
    letters = set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert [c.name for c in cases() if len(c.name) > 63 or not set(c.name) <= letters] == []


def test_every_rule_has_its_folder_and_every_folder_its_rule() -> None:
    """A rule that nothing in the corpus makes red could be broken without anybody noticing."""
    rules = {found.rule for case in LEAKING for found in case.findings}
    assert rules == set(RULES) - WITHOUT_FOLDER
    assert {case.rule for case in cases()} <= set(RULES)


def test_states_are_ones_that_the_witness_can_bring_about() -> None:
    """No case waits for something that nobody does."""
    assert {case.state for case in cases()} - {""} <= set(STATES)
