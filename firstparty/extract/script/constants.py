"""The methods of strings, arrays and numbers, on values that are known (ECMA-262, 22 and 23).

Every function takes the value and the arguments, and gives `None` when it cannot tell.
"""

from __future__ import annotations

import base64
import binascii
import math
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes

from firstparty.extract.script.literals import characters, number, number_text, units
from firstparty.extract.script.values import (
    LARGEST,
    LONGEST,
    MARKS,
    Arr,
    Pattern,
    Plain,
    Prefix,
    Value,
    array,
    bounded,
    join,
    string,
)

if TYPE_CHECKING:
    from collections.abc import Callable

Arguments = tuple[Value, ...]
_SPACE: Final = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_TRIM_START: Final = re.compile(f"^[{_SPACE}]+")
_TRIM_END: Final = re.compile(f"[{_SPACE}]+$")
_PLAIN_PATTERN: Final = re.compile(r"(?:[^\\^$.*+?()\[\]{}|]|\\[^a-zA-Z0-9])+")


def _at(arguments: Arguments, place: int) -> Value:
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
    text = _TRIM_END.sub("", _TRIM_START.sub("", text))
    if not text:
        return 0.0
    signed = re.fullmatch(r"([+-]?)(Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)", text, re.ASCII)
    if signed:
        found = float(signed[2].replace("Infinity", "inf"))
        return -found if signed[1] == "-" else found
    if re.fullmatch("0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+", text):
        return number(text)
    return math.nan


# Strings.


def _range(text: str, arguments: Arguments, *, swap: bool, wrap: bool) -> Value:
    length = len(text)
    start, end = integer(_at(arguments, 0), 0), integer(_at(arguments, 1), length)
    if start is None or end is None:
        return None
    if wrap:
        start = max(0, length + start) if start < 0 else start
        end = max(0, length + end) if end < 0 else end
    start, end = min(max(start, 0), length), min(max(end, 0), length)
    if swap and start > end:
        start, end = end, start
    return text[start:end] if start < end else ""


def _substr(text: str, arguments: Arguments) -> Value:
    start, count = integer(_at(arguments, 0), 0), integer(_at(arguments, 1), len(text))
    if start is None or count is None:
        return None
    start = max(0, len(text) + start) if start < 0 else start
    return text[start : start + max(0, count)]


def _char_at(text: str, arguments: Arguments) -> Value:
    place = integer(_at(arguments, 0), 0)
    return None if place is None else text[place] if 0 <= place < len(text) else ""


def _element(text: str, arguments: Arguments) -> Value:
    place = integer(_at(arguments, 0), 0)
    if place is None:
        return None
    place = place + len(text) if place < 0 else place
    return text[place] if 0 <= place < len(text) else Plain.UNDEFINED


def _code_at(text: str, arguments: Arguments) -> Value:
    place = integer(_at(arguments, 0), 0)
    if place is None:
        return None
    return float(ord(text[place])) if 0 <= place < len(text) else math.nan


def _code_point_at(text: str, arguments: Arguments) -> Value:
    place = integer(_at(arguments, 0), 0)
    if place is None:
        return None
    if not 0 <= place < len(text):
        return Plain.UNDEFINED
    pair = characters(text[place : place + 2])
    return (
        float(ord(pair))
        if len(pair) == 1 and ord(pair) > ord("\uffff")
        else float(ord(text[place]))
    )


def _concat(text: str, arguments: Arguments) -> Value:
    return join((text, *(string(one) for one in arguments)), "")


def _repeat(text: str, arguments: Arguments) -> Value:
    count = integer(_at(arguments, 0), 0)
    if count is None or count < 0:
        return None
    if not text:
        return ""
    return bounded(text * min(count, LONGEST // len(text) + 1))


def _pad(*, left: bool) -> Callable[[str, Arguments], Value]:
    def pad(text: str, arguments: Arguments) -> Value:
        length = integer(_at(arguments, 0), 0)
        fill = string(" " if _at(arguments, 1) is Plain.UNDEFINED else arguments[1])
        if length is None or not isinstance(fill, str) or length > LONGEST:
            return None
        missing = length - len(text)
        if missing <= 0 or not fill:
            return text
        filler = (fill * (missing // len(fill) + 1))[:missing]
        return filler + text if left else text + filler

    return pad


def _split(text: str, arguments: Arguments) -> Value:
    by, limit = _at(arguments, 0), integer(_at(arguments, 1), LARGEST + 1)
    if isinstance(by, Pattern):
        by = _literal(by)
    elif by is not Plain.UNDEFINED:
        by = string(by)
    if limit is None or limit < 0 or not (isinstance(by, str) or by is Plain.UNDEFINED):
        return None
    if isinstance(by, str):
        parts: list[str] = text.split(by) if by else list(text)
    else:
        parts = [text]
    return Arr(tuple(parts[:limit])) if len(parts) <= LARGEST else None


def _literal(pattern: Pattern) -> str | None:
    """Give the text that a pattern without metacharacters matches."""
    if set(pattern.flags) - set("gums") or not _PLAIN_PATTERN.fullmatch(pattern.source):
        return None
    return re.sub(r"\\(.)", r"\1", pattern.source, flags=re.DOTALL)


def _replace(*, every: bool) -> Callable[[str, Arguments], Value]:
    def replace(text: str, arguments: Arguments) -> Value:
        found, new = _at(arguments, 0), string(_at(arguments, 1))
        everywhere = every
        if isinstance(found, Pattern):
            everywhere = "g" in found.flags
            found = _literal(found)
        else:
            found = string(found)
        # `$` in the new text has meanings of its own.
        if not isinstance(found, str) or not isinstance(new, str) or "$" in new:
            return None
        if len(text) + text.count(found) * len(new) > LONGEST:
            return None
        return text.replace(found, new) if everywhere else text.replace(found, new, 1)

    return replace


def _index_of(text: str, arguments: Arguments) -> Value:
    found, start = string(_at(arguments, 0)), integer(_at(arguments, 1), 0)
    if not isinstance(found, str) or start is None:
        return None
    return float(text.find(found, min(max(start, 0), len(text))))


def _last_index_of(text: str, arguments: Arguments) -> Value:
    found = string(_at(arguments, 0))
    return float(text.rfind(found)) if isinstance(found, str) and len(arguments) == 1 else None


def _lower(text: str, _: Arguments) -> Value:
    return text.lower() if text.isascii() else None


def _upper(text: str, _: Arguments) -> Value:
    return text.upper() if text.isascii() else None


def _same(text: str, _: Arguments) -> Value:
    return text


STRING: Final[dict[str, Callable[[str, Arguments], Value]]] = {
    "at": _element,
    "charAt": _char_at,
    "charCodeAt": _code_at,
    "codePointAt": _code_point_at,
    "concat": _concat,
    "indexOf": _index_of,
    "lastIndexOf": _last_index_of,
    "padEnd": _pad(left=False),
    "padStart": _pad(left=True),
    "repeat": _repeat,
    "replace": _replace(every=False),
    "replaceAll": _replace(every=True),
    "slice": lambda text, given: _range(text, given, swap=False, wrap=True),
    "split": _split,
    "substr": _substr,
    "substring": lambda text, given: _range(text, given, swap=True, wrap=False),
    "toLocaleLowerCase": _lower,
    "toLocaleUpperCase": _upper,
    "toLowerCase": _lower,
    "toString": _same,
    "toUpperCase": _upper,
    "trim": lambda text, _: _TRIM_END.sub("", _TRIM_START.sub("", text)),
    "trimEnd": lambda text, _: _TRIM_END.sub("", text),
    "trimLeft": lambda text, _: _TRIM_START.sub("", text),
    "trimRight": lambda text, _: _TRIM_END.sub("", text),
    "trimStart": lambda text, _: _TRIM_START.sub("", text),
    "valueOf": _same,
}


# Arrays.


def _array_join(array: Arr, arguments: Arguments) -> Value:
    by = string("," if _at(arguments, 0) is Plain.UNDEFINED else arguments[0])
    return join(array.items, by, whole=array.whole) if isinstance(by, str) else None


def _array_slice(array: Arr, arguments: Arguments) -> Value:
    start, end = integer(_at(arguments, 0), 0), integer(_at(arguments, 1), len(array.items))
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
    place = integer(_at(arguments, 0), 0)
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


def number_method(value: float, name: str, arguments: Arguments) -> Value:
    """Call a method of a number."""
    base = integer(_at(arguments, 0), 10)
    if name == "toString" and base == 10:  # noqa: PLR2004
        return number_text(value)
    if name == "toString" and base and 2 <= base <= 36 and value.is_integer():  # noqa: PLR2004
        return _in_base(int(value), base) if abs(value) < 2**53 else None
    return value if name == "valueOf" else None


def _in_base(value: int, base: int) -> str:
    digits, rest = "", abs(value)
    while rest:
        rest, digit = divmod(rest, base)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return ("-" if value < 0 else "") + (digits or "0")


# Functions of the global object.


def _atob(arguments: Arguments) -> Value:
    """Decode as the forgiving-base64 of the Infra standard does."""
    text = string(_at(arguments, 0))
    if not isinstance(text, str):
        return None
    text = re.sub("[\t\n\f\r ]", "", text)
    text = re.sub("={1,2}$", "", text) if len(text) % 4 == 0 else text
    if len(text) % 4 == 1 or not re.fullmatch("[A-Za-z0-9+/]*", text):
        return None
    try:
        return bounded(base64.b64decode(text + "=" * (-len(text) % 4)).decode("latin-1"))
    except binascii.Error:
        return None


def _btoa(arguments: Arguments) -> Value:
    text = string(_at(arguments, 0))
    if not isinstance(text, str) or any(char > "\xff" for char in text):
        return None
    return base64.b64encode(text.encode("latin-1")).decode("ascii")


def _from_char_code(arguments: Arguments) -> Value:
    return _from_numbers(arguments, lambda code: chr(code & 0xFFFF))


def _from_code_point(arguments: Arguments) -> Value:
    return _from_numbers(
        arguments, lambda code: units(chr(code)) if 0 <= code <= 0x10FFFF else None
    )


def _from_numbers(arguments: Arguments, decode: Callable[[int], str | None]) -> Value:
    text = ""
    for one in arguments[:LONGEST]:
        code = numeric(one)
        if code is None or not math.isfinite(code):
            return Prefix(text) if text and one is not Plain.UNDEFINED else None
        char = decode(int(code))
        if char is None:
            return None
        text += "\ufffd" if char in MARKS else char
    return bounded(text)


def _decode_uri(arguments: Arguments, *, reserved: str) -> Value:
    text = string(_at(arguments, 0))
    if not isinstance(text, str) or re.search("%(?![0-9a-fA-F]{2})", text):
        return None

    def decode(found: re.Match[str]) -> str:
        kept = re.sub(
            "%(..)",
            lambda one: f"%25{one[1]}" if chr(int(one[1], 16)) in reserved else one[0],
            found[0],
        )
        return units(unquote_to_bytes(kept).decode("utf-8"))

    try:
        return bounded(re.sub("(?:%[0-9a-fA-F]{2})+", decode, text))
    except UnicodeDecodeError:
        return None


def _unescape(arguments: Arguments) -> Value:
    text = string(_at(arguments, 0))
    if not isinstance(text, str):
        return None
    return units(
        re.sub(
            "%(?:u([0-9a-fA-F]{4})|([0-9a-fA-F]{2}))",
            lambda found: chr(int(found[1] or found[2], 16)),
            text,
        )
    )


def _encode_uri(arguments: Arguments, *, kept: str) -> Value:
    text = string(_at(arguments, 0))
    if (
        not isinstance(text, str)
        or not MARKS.isdisjoint(text)
        or re.search("[\ud800-\udfff]", characters(text))
    ):
        return None
    return bounded(
        "".join(
            char
            if char.isascii() and (char.isalnum() or char in kept)
            else "".join(f"%{byte:02X}" for byte in char.encode())
            for char in characters(text)
        )
    )


def _parse_int(arguments: Arguments) -> Value:
    text, base = string(_at(arguments, 0)), integer(_at(arguments, 1), 0)
    if not isinstance(text, str) or base is None or not MARKS.isdisjoint(text):
        return Plain.NUMBER
    found = re.match(r"\s*([+-]?)(0[xX])?([0-9a-zA-Z]*)", text)
    if not found or (base != 0 and not 2 <= base <= 36):  # noqa: PLR2004
        return math.nan
    base = (16 if found[2] else 10) if base == 0 else base
    body = found[3] if not found[2] or base == 16 else "0"  # noqa: PLR2004
    valid = ""
    for char in body.lower():
        if not char.isascii() or int(char, 36) >= base:
            break
        valid += char
    if not valid or len(valid) > 15:  # noqa: PLR2004 - beyond that doubles round
        return Plain.NUMBER if valid else math.nan
    return float(int(valid, base)) * (-1 if found[1] == "-" else 1)


def _to_string(arguments: Arguments) -> Value:
    return string(_at(arguments, 0)) if arguments else ""


def _to_number(arguments: Arguments) -> Value:
    found = numeric(_at(arguments, 0)) if arguments else 0.0
    return Plain.NUMBER if found is None else found


GLOBAL: Final[dict[str, Callable[[Arguments], Value]]] = {
    "Array.of": lambda given: array(list(given)),
    "Date.now": lambda _: Plain.NUMBER,
    "Number": _to_number,
    "Number.parseFloat": lambda _: Plain.NUMBER,
    "Number.parseInt": _parse_int,
    "String": _to_string,
    "String.fromCharCode": _from_char_code,
    "String.fromCodePoint": _from_code_point,
    "atob": _atob,
    "btoa": _btoa,
    "decodeURI": lambda given: _decode_uri(given, reserved=";/?:@&=+$,#"),
    "decodeURIComponent": lambda given: _decode_uri(given, reserved=""),
    "encodeURI": lambda given: _encode_uri(given, kept="-_.!~*'();/?:@&=+$,#"),
    "encodeURIComponent": lambda given: _encode_uri(given, kept="-_.!~*'()"),
    "parseFloat": lambda _: Plain.NUMBER,
    "parseInt": _parse_int,
    "performance.now": lambda _: Plain.NUMBER,
    "unescape": _unescape,
}
"""What functions of the global object give; every `Math` function gives a number."""
