"""Constant expressions, and what they are when a JavaScript engine computes them.

`folding.json` was written by evaluating its expressions with Node 20;
among them are all on which an earlier version of the folding disagreed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from firstparty.extract.script.fold import Folder
from firstparty.extract.script.literals import characters
from firstparty.extract.script.resolve import resolve
from firstparty.extract.script.tree import parse

if TYPE_CHECKING:
    from firstparty.extract.script.values import Value

CASES = json.loads((Path(__file__).parent / "folding.json").read_text(encoding="utf-8"))
UNKNOWN = [
    "f()",
    "'a'.replace('a', '$&')",
    "'a'.normalize()",
    "[1, 2].sort().join()",
    "'a'.replace(/[a]/, 'b')",
    "Math.random().toString(36).slice(2)",
    "location.host.slice(1)",
]


def fold(expression: str) -> Value:
    tree = parse(f"f({expression})")
    folder = Folder(tree, resolve(tree), "module")
    folder.run()
    return folder.values[tree.kind.index("arguments") + 1]


@pytest.mark.parametrize(("expression", "expected"), CASES, ids=[case[0] for case in CASES])
def test_an_expression_folds_to_what_an_engine_computes(expression: str, expected: str) -> None:
    """What is folded is exactly what a browser would compute."""
    found = fold(expression)
    assert isinstance(found, str)
    assert characters(found) == characters(expected)


@pytest.mark.parametrize("expression", UNKNOWN)
def test_what_cannot_be_told_is_not_guessed(expression: str) -> None:
    """An expression with anything unknown in it has no value."""
    assert fold(expression) is None
