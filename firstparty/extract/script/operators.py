"""Operators on values that are known, or whose kind is (ECMA-262, 13.4–13.15)."""

from __future__ import annotations

import math
from operator import mul, sub, truediv
from typing import TYPE_CHECKING, Final

from firstparty.extract.script.conversions import numeric
from firstparty.extract.script.values import (
    Alt,
    Arr,
    Fn,
    Inst,
    Obj,
    Pattern,
    Plain,
    Ref,
    Value,
    concat,
    either,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_COMPARISONS: Final = frozenset(
    {"==", "===", "!=", "!==", "<", ">", "<=", ">=", "in", "instanceof"}
)
_NUMBERS: Final = (float, bool)
_MASK: Final = 0xFFFFFFFF
_LARGEST_POWER: Final = 32
_LARGEST_BASE: Final = 2
"""Powers up to these are computed: they are exact, and what shifts could be written as."""


def binary(operator: str, left: Value, right: Value) -> Value:
    """Apply a binary operator."""
    if operator == "+":
        return _plus(left, right)
    if operator in _COMPARISONS:
        return Plain.BOOLEAN
    if operator in _CHOICES:
        taken = _CHOICES[operator](left)
        return either(left, right) if taken is None else left if taken else right
    return _arithmetic(operator, left, right)


def _has_value(value: Value) -> bool | None:
    """Say whether a value is neither null nor undefined, where that is known."""
    if value in (Plain.NULL, Plain.UNDEFINED):
        return False
    return None if value is None or isinstance(value, Alt | Inst | Ref) else True


def _falsy(value: Value) -> bool | None:
    truth = truthy(value)
    return None if truth is None else not truth


def _plus(left: Value, right: Value) -> Value:
    kinds = (float, bool)
    numbers = (Plain.NUMBER, Plain.BOOLEAN, Plain.NULL, Plain.UNDEFINED)
    one, two = (
        isinstance(side, kinds) or (isinstance(side, Plain) and side in numbers)
        for side in (left, right)
    )
    if one and two:
        first, second = numeric(left), numeric(right)
        return Plain.NUMBER if first is None or second is None else first + second
    if right is None and (one or left in (Plain.NUMBER, Plain.BOOLEAN)):
        return None  # a sum of numbers as well as a text
    return concat(left, right)


def _arithmetic(operator: str, left: Value, right: Value) -> Value:
    one, two = numeric(left), numeric(right)
    if one is None or two is None:
        return Plain.NUMBER
    try:
        found = _CALCULATIONS[operator](one, two)
    except (KeyError, ValueError, OverflowError, ZeroDivisionError):
        return Plain.NUMBER
    return Plain.NUMBER if found is None else found


def _power(one: float, two: float) -> float | None:
    """Powers of small numbers by small integers are exact; others depend on the engine."""
    exact = one.is_integer() and two.is_integer() and 0 <= two <= _LARGEST_POWER
    return one**two if exact and abs(one) <= _LARGEST_BASE else None


def _bits(value: float) -> int:
    return int(value) & _MASK if math.isfinite(value) else 0


def _shift(value: float) -> int:
    """Give the number of places of a shift (ECMA-262, 6.1.6.1.9)."""
    return _bits(value) & 31


def _signed(value: int) -> float:
    value &= _MASK
    return float(value - (1 << 32) if value >> 31 else value)


_CALCULATIONS: Final[dict[str, Callable[[float, float], float | None]]] = {
    "-": sub,
    "*": mul,
    "/": truediv,
    "%": math.fmod,
    "**": _power,
    "&": lambda one, two: _signed(_bits(one) & _bits(two)),
    "|": lambda one, two: _signed(_bits(one) | _bits(two)),
    "^": lambda one, two: _signed(_bits(one) ^ _bits(two)),
    "<<": lambda one, two: _signed(_bits(one) << _shift(two)),
    ">>": lambda one, two: _signed(int(_signed(_bits(one))) >> _shift(two)),
    ">>>": lambda one, two: float(_bits(one) >> _shift(two)),
}


def unary(operator: str, value: Value) -> Value:
    """Apply a unary operator."""
    if operator in _WITHOUT_NUMBERS:
        return _WITHOUT_NUMBERS[operator](value)
    found = numeric(value)
    if found is None:
        return Plain.NUMBER
    if operator == "~":
        return _signed(~_bits(found))
    return -found if operator == "-" else found


def _not(value: Value) -> Value:
    truth = truthy(value)
    return Plain.BOOLEAN if truth is None else not truth


_WITHOUT_NUMBERS: Final[dict[str, Callable[[Value], Value]]] = {
    "!": _not,
    "delete": lambda _: Plain.BOOLEAN,
    "typeof": lambda _: None,
    "void": lambda _: Plain.UNDEFINED,
}


def truthy(value: Value) -> bool | None:
    """Convert to a Boolean, or tell that it cannot be known."""
    if isinstance(value, bool | float | str):
        return bool(value) and not (isinstance(value, float) and math.isnan(value))
    if value in (Plain.UNDEFINED, Plain.NULL):
        return False
    return True if isinstance(value, Arr | Obj | Pattern | Fn) else None


_CHOICES: Final[dict[str, Callable[[Value], bool | None]]] = {
    "&&": _falsy,
    "??": _has_value,
    "||": truthy,
}
"""Whether an operator gives its left operand; `None` where that cannot be known."""
