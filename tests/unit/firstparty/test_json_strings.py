"""The JSON reader gives what `json` gives, with places, and never recurses."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstparty.extract.json_strings import JSONString, NotJSONError, strings

TEXTS = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def values_of(value: object) -> list[str]:
    """All strings of a parsed value, keys first, in document order."""
    if isinstance(value, dict):
        return [text for key, inner in value.items() for text in (key, *values_of(inner))]
    if isinstance(value, list):
        return [text for inner in value for text in values_of(inner)]
    return [value] if isinstance(value, str) else []


@given(TEXTS, st.booleans())
def test_the_same_strings_as_json(value: object, escaped: bool) -> None:  # noqa: FBT001  # drawn
    """Every string in its order, escapes undone."""
    text = json.dumps(value, ensure_ascii=escaped)
    assert [string.value for string in strings(text)] == values_of(json.loads(text))


def test_keys_and_places() -> None:
    """A string knows the keys above it and the offset of its quote."""
    assert list(strings('{"a": [{"b": "c"}]}')) == [
        JSONString((), "a", 1, is_key=True),
        JSONString(("a",), "b", 8, is_key=True),
        JSONString(("a", "b"), "c", 13),
    ]


@pytest.mark.parametrize("text", ["", " ", "{", "]", "[}", '["a', "[tru]", '["\\x"]', "{'a': 1}"])
def test_what_is_no_json(text: str) -> None:
    """A text that does not parse says so."""
    with pytest.raises(NotJSONError):
        list(strings(text))


def test_depth_costs_no_more_than_length() -> None:
    """A hundred thousand brackets are read."""
    deep = "[" * 100_000 + '"x"' + "]" * 100_000
    assert [string.value for string in strings(deep)] == ["x"]
