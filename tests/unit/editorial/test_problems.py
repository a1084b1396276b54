"""Problems are collected, sorted, and stop the build once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editorial import problems
from editorial.problems import BuildStopped, in_document
from firstparty.model import Severity
from tests.unit.editorial.texts import document

FIRST = in_document(document("a\nb"), "rule-a", "first", text="a")
SECOND = in_document(document("a\nb"), "rule-a", "second", text="b")


def test_sorted_and_once() -> None:
    """The findings come in the order of their places, each once, whatever the order found."""
    twin = replace(FIRST, message="also")
    stopped = BuildStopped([SECOND, FIRST, twin, SECOND])
    assert stopped.findings == (twin, FIRST, SECOND)
    assert str(stopped) == (
        "\ncontent/pages/home.de.md:5:1: also\ncontent/pages/home.de.md:5:1: first\n"
        "content/pages/home.de.md:6:1: second"
    )
    assert stopped.exitcode == 1


def test_collected() -> None:
    """What is reported is in the list, and stops the build when it is asked to."""
    with problems.collected() as found:
        problems.stop_if_any()
        problems.report(replace(FIRST, severity=Severity.NOTE))
        problems.stop_if_any()
        problems.report(FIRST)
        with pytest.raises(BuildStopped):
            problems.stop_if_any()
    assert len(found) == 2
    problems.stop_if_any()


def test_uncollected() -> None:
    """Where nobody collects, the first problem stops the work: none is lost."""
    problems.report()
    with pytest.raises(BuildStopped):
        problems.report(FIRST)
