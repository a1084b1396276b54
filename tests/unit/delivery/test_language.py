"""The language choice at `/`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.language import LANGUAGES, choose_language
from tests.unit.delivery.language_cases import CASES, Case


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.fact)
def test_case(case: Case) -> None:
    """A visitor gets the language that cookie and header ask for."""
    assert choose_language(case.cookie, case.accept_language) == case.language


@given(st.text(max_size=200), st.text(alphabet='den-*;q=0.159, \t"', max_size=60))
def test_any_header(cookie: str, header: str) -> None:
    """No header makes the choice fail."""
    assert choose_language(cookie, header) in LANGUAGES
