"""The plan meets every pair of states, always in the same way."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from witness.plan import IDLE, MASKS, OPEN, STATES, idle, pairs_covered, pairwise, scenarios

PAGES = ["/a/", "/b/", "/c/", "/d/", "/e/", "/f/"]


def _missing(factors, rows):
    return [
        (a, b)
        for one, two in combinations(factors, 2)
        for a in factors[one]
        for b in factors[two]
        if not any(row[one] == a and row[two] == b for row in rows)
    ]


@given(
    st.dictionaries(
        st.sampled_from("abcdef"),
        st.integers(1, 5).map(lambda n: tuple(map(str, range(n)))),
        min_size=2,
    )
)
def test_every_pair_meets(factors):
    """Whatever the factors, no two values of two of them never meet."""
    assert _missing(factors, pairwise(factors)) == []


def test_every_page_meets_every_state_with_scripts_and_storage():
    """A defect of one page in one state is met where nothing masks it."""
    rows = [
        {"address": scenario.address, **scenario.state}
        for scenario in scenarios(PAGES)
        if OPEN.items() <= scenario.state.items()
    ]
    assert _missing({"address": PAGES, **STATES}, rows) == []


def test_every_page_is_visited_without_scripts_and_without_storage():
    """Each mask is laid over each page once."""
    for mask in MASKS:
        masked = [s.address for s in scenarios(PAGES) if mask.items() <= s.state.items()]
        assert masked == PAGES


def test_the_plan_is_the_same_every_time():
    """Nothing is left to chance."""
    assert scenarios(PAGES) == scenarios(PAGES)


def test_pairs_are_far_fewer_than_all_combinations():
    """The figures that the report prints: six pages."""
    assert len(scenarios(PAGES)) == 42
    assert pairs_covered(scenarios(["/a/"], quick=True)) == 36


def test_quick_visits_each_page_once():
    """One visit for each address, with scripts and storage."""
    assert [s.address for s in scenarios(PAGES, quick=True)] == PAGES


def test_quick_covers_the_states_and_no_more():
    """The rows that meet every pair of states come once; the pages after them are just read."""
    pages = [f"/{number}/" for number in range(40)]
    planned = [scenario.state for scenario in scenarios(pages, quick=True)]
    rows = [{**row, **OPEN} for row in pairwise(STATES)]
    plain = {**{name: values[0] for name, values in STATES.items()}, **OPEN}
    assert planned == rows + [plain] * (len(pages) - len(rows))


def test_a_scenario_prints_as_one_line():
    """The plan can be read."""
    (first, *_) = scenarios(PAGES)
    assert str(first) == ("/a/: read, de, light, desktop, first, day, scripts, storage allowed")
    assert first.profile == "de-allowed"


def test_an_idle_look_is_the_plainest_state():
    """Nothing but time."""
    (look,) = idle(["/a/"])
    assert look.state == IDLE
    assert look.state["action"] == "idle"
