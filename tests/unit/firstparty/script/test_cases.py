"""Small scripts, each with everything that is reported of it.

`leaking.json` holds scripts that reach another host or may, `harmless.json` those that do not,
`spellings.json` the odd ways of writing JavaScript that a reader of scripts must not miss.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from firstparty.extract.script import analyse

HERE = Path(__file__).parent


def cases(name: str) -> list:
    listed = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(case["source"], case["uses"], id=case["source"]) for case in listed]


def uses(source: str, kind: str = "classic") -> list:
    return [[use.what, use.sink, use.value] for use in analyse(source, kind=kind)]


@pytest.mark.parametrize(("source", "expected"), cases("leaking"))
def test_a_leaking_script_is_reported(source: str, expected: list) -> None:
    """What reaches another host is reported, and nothing else of the script."""
    assert uses(source) == expected
    assert any(value is None or "evil" in value for _, _, value in expected)


@pytest.mark.parametrize(("source", "expected"), cases("harmless"))
def test_a_harmless_script_names_nothing_foreign(source: str, expected: list) -> None:
    """What stays at home is reported with an address of its own origin, or not at all."""
    assert uses(source) == expected
    assert all(value is not None and "evil" not in value for _, _, value in expected)


@pytest.mark.parametrize(("source", "expected"), cases("spellings"))
def test_an_odd_spelling_hides_nothing(source: str, expected: list) -> None:
    """However a script is written, the request in it is reported, or the place that hides it."""
    assert uses(source) == expected
    assert any(value is None or "evil" in value for _, _, value in expected)
