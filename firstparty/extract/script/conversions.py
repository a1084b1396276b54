"""Conversions of values that are known (ECMA-262, 7.1)."""

from __future__ import annotations

import math
import re
from typing import Final

from firstparty.extract.script.literals import number, number_text
from firstparty.extract.script.values import MARKS, Arr, Plain, Value, string

Arguments = tuple[Value, ...]
_SPACE: Final = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
TRIM_START: Final = re.compile(f"^[{_SPACE}]+")
TRIM_END: Final = re.compile(f"[{_SPACE}]+$")


def argument(arguments: Arguments, place: int) -> Value:
    """Give an argument, or what stands for one that is missing."""
    return arguments[place] if place < len(arguments) else Plain.UNDEFINED


def integer(value: Value, missing: int | None) -> int | None:
    """Convert to an integer (ToIntegerOrInfinity); `missing` stands for no argument."""
    if value is Plain.UNDEFINED:
        return missing
    found = numeric(value)
    if found is None:
        return None
    if math.isnan(found):
        return 0
    return int(max(-1e9, min(1e9, found)))


def numeric(value: Value) -> float | None:
    """Convert to a number, as unary plus does."""
    match value:
        case bool():
            return float(value)
        case float():
            return value
        case Plain.NULL:
            return 0.0
        case Plain.UNDEFINED:
            return math.nan
        case Arr():
            text = string(value)
            return numeric(text) if isinstance(text, str) else None
        case str():
            return _from_text(value) if MARKS.isdisjoint(value) else None
        case _:
            return None


def _from_text(text: str) -> float | None:
    text = TRIM_END.sub("", TRIM_START.sub("", text))
    if not text:
        return 0.0
    signed = re.fullmatch(r"([+-]?)(Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)", text, re.ASCII)
    if signed:
        found = float(signed[2].replace("Infinity", "inf"))
        return -found if signed[1] == "-" else found
    if re.fullmatch("0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+", text):
        return number(text)
    return math.nan


def number_method(value: float, name: str, arguments: Arguments) -> Value:
    """Call a method of a number."""
    base = integer(argument(arguments, 0), 10)
    if name == "toString" and base == 10:  # noqa: PLR2004 - the numbers of the standard
        return number_text(value)
    if name == "toString" and base and 2 <= base <= 36 and value.is_integer():  # noqa: PLR2004 - the numbers of the standard
        return _in_base(int(value), base) if abs(value) < 2**53 else None
    return value if name == "valueOf" else None


def _in_base(value: int, base: int) -> str:
    digits, rest = "", abs(value)
    while rest:
        rest, digit = divmod(rest, base)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return ("-" if value < 0 else "") + (digits or "0")
