"""The methods of arrays that are known (ECMA-262, 23.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.conversions import Arguments, argument, integer
from firstparty.extract.script.values import LARGEST, Arr, Plain, Prefix, Value, join, string

if TYPE_CHECKING:
    from collections.abc import Callable


def _array_join(array: Arr, arguments: Arguments) -> Value:
    by = string("," if argument(arguments, 0) is Plain.UNDEFINED else arguments[0])
    return join(array.items, by, whole=array.whole) if isinstance(by, str) else None


def _array_slice(array: Arr, arguments: Arguments) -> Value:
    start, end = (
        integer(argument(arguments, 0), 0),
        integer(argument(arguments, 1), len(array.items)),
    )
    if start is None or end is None or not array.whole:
        return None
    return Arr(array.items[start:end])


def _array_concat(array: Arr, arguments: Arguments) -> Value:
    items = array.items
    if not array.whole:
        return array
    for one in arguments:
        if isinstance(one, Arr):
            items += one.items
        elif one is None or not isinstance(one, str | float | bool | Plain | Prefix):
            return Arr(items, whole=False)
        else:
            items += (one,)
        if len(items) > LARGEST:
            return None
        if isinstance(one, Arr) and not one.whole:
            return Arr(items, whole=False)
    return Arr(items)


def _array_at(array: Arr, arguments: Arguments) -> Value:
    place = integer(argument(arguments, 0), 0)
    if place is None or not array.whole:
        return None
    place = place + len(array.items) if place < 0 else place
    return array.items[place] if 0 <= place < len(array.items) else Plain.UNDEFINED


def _array_reverse(array: Arr, _: Arguments) -> Value:
    return Arr(array.items[::-1]) if array.whole else None


def _array_flat(array: Arr, arguments: Arguments) -> Value:
    if arguments or not array.whole:
        return None
    items: list[Value] = []
    for one in array.items:
        if one is None or one is Plain.UNDEFINED:
            return None  # a hole is left out, `undefined` is not
        if isinstance(one, Arr):
            if not one.whole or Plain.UNDEFINED in one.items:
                return None
            items.extend(one.items)
        else:
            items.append(one)
    return Arr(tuple(items)) if len(items) <= LARGEST else None


def _array_last(array: Arr, _: Arguments) -> Value:
    return array.items[-1] if array.whole and array.items else None


def _array_first(array: Arr, _: Arguments) -> Value:
    return array.items[0] if array.items else None


ARRAY: Final[dict[str, Callable[[Arr, Arguments], Value]]] = {
    "at": _array_at,
    "concat": _array_concat,
    "flat": _array_flat,
    "join": _array_join,
    "pop": _array_last,
    "reverse": _array_reverse,
    "shift": _array_first,
    "slice": _array_slice,
    "toReversed": _array_reverse,
    "toString": lambda array, _: _array_join(array, ()),
}
"""Methods of an array that nothing else refers to; `CHANGING` ones alter it in place."""
CHANGING: Final = frozenset(
    {"copyWithin", "fill", "pop", "push", "reverse", "shift", "sort", "splice", "unshift"}
)
