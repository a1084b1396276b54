"""Conversions of values that are known (ECMA-262, 7.1)."""

from __future__ import annotations

import math
import re
from typing import Final

from firstparty.extract.script.literals import number, number_text
from firstparty.extract.script.values import MARKS, Arr, Plain, Value, string

RADIXES: Final = range(2, 37)
"""What numbers are written in (ECMA-262, 21.1.3.6)."""
_DECIMAL: Final = 10
_PLAIN_NUMBERS: Final = {Plain.NULL: 0.0, Plain.UNDEFINED: math.nan}
_LARGEST_EXACT: Final = 2**53
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
    if isinstance(value, bool | float):
        return float(value)
    if isinstance(value, Plain):
        return _PLAIN_NUMBERS.get(value)
    text = string(value) if isinstance(value, Arr) else value
    return _from_text(text) if isinstance(text, str) and MARKS.isdisjoint(text) else None


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
    base = integer(argument(arguments, 0), _DECIMAL)
    if name == "toString" and base == _DECIMAL:
        return number_text(value)
    if name == "toString" and base in RADIXES and base and value.is_integer():
        return _in_base(int(value), base) if abs(value) < _LARGEST_EXACT else None
    return value if name == "valueOf" else None


def _in_base(value: int, base: int) -> str:
    digits, rest = "", abs(value)
    while rest:
        rest, digit = divmod(rest, base)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return ("-" if value < 0 else "") + (digits or "0")
