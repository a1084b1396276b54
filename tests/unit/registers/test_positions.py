"""Every key of a TOML file has its line and column."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registers import positions

if TYPE_CHECKING:
    from registers.positions import Key, Place

SHAPES: dict[str, tuple[str, dict[Key, Place]]] = {
    "plain keys": ("a = 1\nb = 2\n", {("a",): (1, 1), ("b",): (2, 1)}),
    "a comment and an indented key": ("# words\n  a = 1 # more\n", {("a",): (2, 3)}),
    "windows line ends": ("a = 1\r\nb = 2\r\n", {("a",): (1, 1), ("b",): (2, 1)}),
    "a table": ("[t]\na = 1\n", {("t",): (1, 2), ("t", "a"): (2, 1)}),
    "a table in a table": (
        "[t.u]\na = 1\n",
        {("t",): (1, 2), ("t", "u"): (1, 2), ("t", "u", "a"): (2, 1)},
    ),
    "a table of its own below another one": (
        "[t]\n[t.u]\n",
        {("t",): (1, 2), ("t", "u"): (2, 2)},
    ),
    "dotted keys": ("a.b = 1\na.c = 2\n", {("a",): (1, 1), ("a", "b"): (1, 1), ("a", "c"): (2, 1)}),
    "quoted keys": (
        '"a b" = 1\n"\\u00e4" = 2\n\'c.d\' = 3\n',
        {("a b",): (1, 1), ("ä",): (2, 1), ("c.d",): (3, 1)},
    ),
    "an inline table": (
        "a = { b = 1, c = 2 }\n",
        {("a",): (1, 1), ("a", "b"): (1, 7), ("a", "c"): (1, 14)},
    ),
    "columns count characters, not bytes": (
        'a = { b = "Größe", c = 2 }\n',
        {("a",): (1, 1), ("a", "b"): (1, 7), ("a", "c"): (1, 20)},
    ),
    "an inline table in an inline table": (
        "a = { b = { c = 1 } }\n",
        {("a",): (1, 1), ("a", "b"): (1, 7), ("a", "b", "c"): (1, 13)},
    ),
    "an array over several lines": (
        "a = [\n  1, # one\n  2,\n]\n",
        {("a",): (1, 1), ("a", 0): (2, 3), ("a", 1): (3, 3)},
    ),
    "inline tables in an array": (
        "a = [{ b = 1 }, { b = 2 }]\n",
        {("a",): (1, 1), ("a", 0): (1, 6), ("a", 0, "b"): (1, 8), ("a", 1): (1, 17)}
        | {("a", 1, "b"): (1, 19)},
    ),
    "arrays in an array": (
        "a = [[1], [2]]\n",
        {("a",): (1, 1), ("a", 0): (1, 6), ("a", 0, 0): (1, 7), ("a", 1): (1, 11)}
        | {("a", 1, 0): (1, 12)},
    ),
    "an array of tables": (
        "[[a]]\nb = 1\n[[a]]\nb = 2\n",
        {("a",): (1, 3), ("a", 0): (1, 3), ("a", 0, "b"): (2, 1)}
        | {("a", 1): (3, 3), ("a", 1, "b"): (4, 1)},
    ),
    "a table in an array of tables": (
        "[[a]]\n[[a]]\n[a.c]\nd = 1\n",
        {("a",): (1, 3), ("a", 0): (1, 3), ("a", 1): (2, 3)}
        | {("a", 1, "c"): (3, 2), ("a", 1, "c", "d"): (4, 1)},
    ),
    "an array of tables in an array of tables": (
        "[[a]]\n[[a.b]]\nc = 1\n[[a.b]]\n[[a]]\n[[a.b]]\n",
        {("a",): (1, 3), ("a", 0): (1, 3), ("a", 0, "b"): (2, 3), ("a", 0, "b", 0): (2, 3)}
        | {("a", 0, "b", 0, "c"): (3, 1), ("a", 0, "b", 1): (4, 3), ("a", 1): (5, 3)}
        | {("a", 1, "b"): (6, 3), ("a", 1, "b", 0): (6, 3)},
    ),
    "words over several lines": ('a = """\nb = 1\n"""\nc = 2\n', {("a",): (1, 1), ("c",): (4, 1)}),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_shape(shape: str) -> None:
    """Keys, tables and entries stand where they are written, in every shape of TOML."""
    text, expected = SHAPES[shape]
    assert positions.of(text.encode()) == expected


def keys(value: object, key: Key = ()) -> set[Key]:
    """Give the key of everything in a value."""
    pairs: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        pairs = list(value.items())
    elif isinstance(value, list):
        pairs = list(enumerate(value))
    return {(*key, name) for name, _ in pairs}.union(*(keys(v, (*key, n)) for n, v in pairs))


@pytest.mark.parametrize("shape", SHAPES)
def test_every_key_has_a_place(shape: str) -> None:
    """What `tomllib` reads and what has a place are the same keys."""
    text, _ = SHAPES[shape]
    assert set(positions.of(text.encode())) == keys(tomllib.loads(text))


NAMES = st.text(alphabet="abcäß-_1", min_size=1, max_size=6)


@given(st.dictionaries(NAMES, st.dictionaries(NAMES, st.integers(), max_size=4), max_size=4))
def test_generated(register: dict[str, dict[str, int]]) -> None:
    """In any register of tables, a key stands at the beginning of its line."""
    lines, expected = [], {}
    for table, entries in register.items():
        lines.append(f'["{table}"]')
        expected[(table,)] = (len(lines), 2)
        for name, value in entries.items():
            lines.append(f'"{name}" = {value}')
            expected[(table, name)] = (len(lines), 1)
    assert positions.of("\n".join(lines).encode()) == expected
