"""The rules: each use has one, each rule its file, its heading and its sentences."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import firstparty.rules
from firstparty.model import Location, Reference, Use
from firstparty.report.rules import document
from firstparty.rules import RULES, Rule, judge

ROOT = Path(__file__).resolve().parents[3]


def test_every_use_has_exactly_one_verdict() -> None:
    """A use belongs to one rule: nothing passes unjudged, nothing is judged twice."""
    owners = Counter(use for rule in RULES.values() for use in rule.uses)
    assert owners == Counter(Use)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_name_of_a_rule_is_that_of_its_file(rule: Rule) -> None:
    """Whoever reads an id finds the file."""
    folder = Path(firstparty.rules.__file__).parent
    assert (folder / f"{rule.id.replace('-', '_')}.py").is_file()


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_messages_have_one_shape(rule: Rule) -> None:
    """What is wrong; what to do — no full stop, no capital that is no name."""
    reference = Reference(
        min(rule.uses), Location("a.html"), "EVIDENCE", "WHERE", "https://a.test/", "a.test", "WHY"
    )
    finding = judge(reference)
    problem, _, remedy = finding.message.partition("; ")
    assert problem
    assert remedy
    assert "{" not in finding.message
    assert not finding.message.endswith(".")
    assert not remedy[0].isupper()
    assert "EVIDENCE" in problem


def test_long_evidence_is_shortened_in_the_message_only() -> None:
    """People see a line; programs get the whole."""
    text = "//a.test/" + "x" * 500
    finding = judge(Reference(Use.FONT, Location("a.css"), text, "src", text, "a.test"))
    assert finding.evidence == text
    assert len(finding.message) < 300


def test_the_document_is_not_stale() -> None:
    """`docs/rules.md` says what the rules say; if not: `python -m firstparty rules`."""
    assert (ROOT / "docs" / "rules.md").read_text("utf-8") == document(RULES.values())
