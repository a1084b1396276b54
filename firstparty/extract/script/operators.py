"""Operators on values that are known, or whose kind is (ECMA-262, 13.4–13.15)."""

from __future__ import annotations

import math
from typing import Final

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

_COMPARISONS: Final = frozenset(
    {"==", "===", "!=", "!==", "<", ">", "<=", ">=", "in", "instanceof"}
)
_NUMBERS: Final = (float, bool)
_MASK: Final = 0xFFFFFFFF


def binary(operator: str, left: Value, right: Value) -> Value:
    """Apply a binary operator."""
    if operator == "+":
        return _plus(left, right)
    if operator in _COMPARISONS:
        return Plain.BOOLEAN
    if operator == "||":
        truth = truthy(left)
        return left if truth else right if truth is False else either(left, right)
    if operator == "&&":
        truth = truthy(left)
        return right if truth else left if truth is False else either(left, right)
    if operator == "??":
        if left in (Plain.NULL, Plain.UNDEFINED):
            return right
        known = left is not None and not isinstance(left, Alt | Inst | Ref)
        return left if known else either(left, right)
    return _arithmetic(operator, left, right)


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
        found = _calculate(operator, one, two)
    except (ValueError, OverflowError, ZeroDivisionError):
        return Plain.NUMBER
    return Plain.NUMBER if found is None else found


def _calculate(operator: str, one: float, two: float) -> float | None:  # noqa: PLR0911 - one branch for each case
    match operator:
        case "-":
            return one - two
        case "*":
            return one * two
        case "/":
            return one / two
        case "%":
            return math.fmod(one, two)
        case "**":
            exact = one.is_integer() and two.is_integer() and 0 <= two <= 32  # noqa: PLR2004 - the numbers of the standard
            return one**two if exact and abs(one) <= 2 else None  # noqa: PLR2004 - the numbers of the standard
        case "&":
            return _signed(_bits(one) & _bits(two))
        case "|":
            return _signed(_bits(one) | _bits(two))
        case "^":
            return _signed(_bits(one) ^ _bits(two))
        case "<<":
            return _signed(_bits(one) << (_bits(two) & 31))
        case ">>":
            return _signed(int(_signed(_bits(one))) >> (_bits(two) & 31))
        case ">>>":
            return float(_bits(one) >> (_bits(two) & 31))
        case _:
            return None


def _bits(value: float) -> int:
    return int(value) & _MASK if math.isfinite(value) else 0


def _signed(value: int) -> float:
    value &= _MASK
    return float(value - (1 << 32) if value >> 31 else value)


def unary(operator: str, value: Value) -> Value:
    """Apply a unary operator."""
    match operator:
        case "void":
            return Plain.UNDEFINED
        case "!":
            truth = truthy(value)
            return Plain.BOOLEAN if truth is None else not truth
        case "delete":
            return Plain.BOOLEAN
        case "typeof":
            return None
    found = numeric(value)
    if found is None:
        return Plain.NUMBER
    match operator:
        case "-":
            return -found
        case "~":
            return _signed(~_bits(found))
        case _:
            return found


def truthy(value: Value) -> bool | None:
    """Convert to a Boolean, or tell that it cannot be known."""
    match value:
        case bool():
            return value
        case float():
            return value != 0 and not math.isnan(value)
        case str():
            return bool(value)
        case Plain.UNDEFINED | Plain.NULL:
            return False
        case Arr() | Obj() | Pattern() | Fn():
            return True
        case _:
            return None
