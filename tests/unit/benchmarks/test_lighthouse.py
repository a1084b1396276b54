"""What the table of Lighthouse's figures says, read from a recorded report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.lighthouse import CannotMeasureError, Figures, broken, figures, median, row

RECORDED = Path(__file__).parent / "lighthouse.json"


@pytest.fixture
def report():
    """Read a report that Lighthouse 12.8 gave, cut down to what is looked at."""
    return json.loads(RECORDED.read_text(encoding="utf-8"))


def test_figures_are_read_from_a_report(report):
    """Scores are of a hundred, in the order of the table; shift and paint are as measured."""
    assert figures(report) == Figures((100, 100, 100, 100), 0.00114381837062246, 1709.0973)


def test_a_category_that_could_not_be_scored_is_no_hundred(report):
    """Lighthouse writes null when an audit failed to run; that counts as nothing."""
    report["categories"]["seo"]["score"] = None
    assert figures(report).scores == (100, 100, 100, 0)


def test_a_page_that_was_not_seen_has_no_figures(report):
    """The reason stands in the report, although Lighthouse ends well."""
    report["runtimeError"] = {"code": "ERRORED_DOCUMENT_REQUEST", "message": "Status code: 404"}
    with pytest.raises(CannotMeasureError) as caught:
        figures(report)
    assert str(caught.value) == "http://127.0.0.1:8000/de/ausprobieren/: Status code: 404"


def test_one_run_out_of_three_does_not_count():
    """Each figure has its own median."""
    runs = [
        Figures((98, 100, 100, 100), 0.0, 1700.0),
        Figures((100, 100, 100, 100), 0.02, 1400.0),
        Figures((100, 100, 100, 100), 0.001, 1450.0),
    ]
    assert median(runs) == Figures((100, 100, 100, 100), 0.001, 1450.0)


def test_figures_at_the_bounds_keep_them():
    """Layout shift of 0.01 and a largest paint of 1.5 seconds are allowed."""
    assert broken(Figures((100, 100, 100, 100), 0.01, 1500.0)) == []


def test_every_broken_bound_is_named():
    """A sentence for each, with the figure and the bound."""
    assert broken(Figures((96, 99, 92, 61), 0.0124, 1709.0973)) == [
        "performance 96, not 100",
        "accessibility 99, not 100",
        "best-practices 92, not 100",
        "seo 61, not 100",
        "layout shift 0.0124, above 0.01",
        "largest paint 1,710 ms, above 1,500 ms",
    ]


def test_a_figure_just_above_its_bound_is_not_rounded_onto_it():
    """Nobody reads "1,500, above 1,500"."""
    assert broken(Figures((100, 100, 100, 100), 0.01001, 1500.4)) == [
        "layout shift 0.0101, above 0.01",
        "largest paint 1,501 ms, above 1,500 ms",
    ]


def test_a_line_of_the_table():
    """Page, four scores, shift, paint, and how often it was visited."""
    page = Figures((100, 100, 100, 100), 0.00114, 1709.0973)
    assert row("/de/", page, 3) == "| /de/ | 100 | 100 | 100 | 100 | 0.001 | 1,709 | 3 |"
