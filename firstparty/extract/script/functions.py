"""What functions of the global object give for arguments that are known."""

from __future__ import annotations

import base64
import binascii
import math
import re
import sys
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes

from firstparty.extract.script.conversions import RADIXES, Arguments, argument, integer, numeric
from firstparty.extract.script.literals import characters, units
from firstparty.extract.script.values import (
    LONGEST,
    MARKS,
    Plain,
    Prefix,
    Value,
    array,
    bounded,
    string,
)

if TYPE_CHECKING:
    from collections.abc import Callable


_HEXADECIMAL: Final = 16
_EXACT_DIGITS: Final = 15
"""So many digits of any base up to ten fit into a number without loss."""


def _atob(arguments: Arguments) -> Value:
    """Decode as the forgiving-base64 of the Infra standard does."""
    text = string(argument(arguments, 0))
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
    text = string(argument(arguments, 0))
    if not isinstance(text, str) or any(char > "\xff" for char in text):
        return None
    return base64.b64encode(text.encode("latin-1")).decode("ascii")


def _from_char_code(arguments: Arguments) -> Value:
    return _from_numbers(arguments, lambda code: chr(code & 0xFFFF))


def _from_code_point(arguments: Arguments) -> Value:
    return _from_numbers(
        arguments, lambda code: units(chr(code)) if 0 <= code <= sys.maxunicode else None
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
    text = string(argument(arguments, 0))
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
    text = string(argument(arguments, 0))
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
    text = string(argument(arguments, 0))
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
    text, base = string(argument(arguments, 0)), integer(argument(arguments, 1), 0)
    if not isinstance(text, str) or base is None or not MARKS.isdisjoint(text):
        return Plain.NUMBER
    found = re.match(r"\s*([+-]?)(0[xX])?([0-9a-zA-Z]*)", text)
    if not found or (base != 0 and base not in RADIXES):
        return math.nan
    base = (_HEXADECIMAL if found[2] else 10) if base == 0 else base
    body = found[3] if not found[2] or base == _HEXADECIMAL else "0"
    valid = ""
    for char in body.lower():
        if not char.isascii() or int(char, 36) >= base:
            break
        valid += char
    if not valid or len(valid) > _EXACT_DIGITS:
        return Plain.NUMBER if valid else math.nan
    return float(int(valid, base)) * (-1 if found[1] == "-" else 1)


def _to_string(arguments: Arguments) -> Value:
    return string(argument(arguments, 0)) if arguments else ""


def _to_number(arguments: Arguments) -> Value:
    found = numeric(argument(arguments, 0)) if arguments else 0.0
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
