"""What the literals of JavaScript mean: strings, templates, numbers, names (ECMA-262, 12.7–12.9).

Strings are handled as UTF-16 code units, as the language does: a character beyond the
Basic Multilingual Plane stands as two surrogates until `characters` joins them.
"""

from __future__ import annotations

import math
import re
from typing import Final

_ESCAPE: Final = re.compile(
    r"\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-3][0-7]{0,2}|[4-7][0-7]?)"
    "|(\r\n|[\\s\\S]))"
)
_SIMPLE: Final = {"b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r"}
_CONTINUATIONS: Final = frozenset({"\n", "\r", "\r\n", "\u2028", "\u2029"})
_MARKS: Final = dict.fromkeys((0xE000, 0xE001, 0xE002), "\ufffd")
_LARGEST: Final = 0x10FFFF
_MOST_PLACES: Final = 21
_MOST_ZEROS: Final = 6
"""Where numbers begin to be written with an exponent (ECMA-262, Number::toString)."""


def units(text: str) -> str:
    """Split characters beyond the Basic Multilingual Plane into surrogates.

    Three characters of private use are marks of the folding, and never come from a source.
    """
    if text.isascii():
        return text
    text = text.translate(_MARKS)
    if all(char <= "\uffff" for char in text):
        return text
    data = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(data[at] | data[at + 1] << 8) for at in range(0, len(data), 2))


def characters(text: str) -> str:
    """Join surrogates; one that stands alone becomes U+FFFD, as in a URL parser."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def unescape(text: str) -> str:
    """Decode the escape sequences of a string, a template or an identifier."""
    if "\\" not in text:
        return units(text)
    return units(_ESCAPE.sub(_decode, text))


def _decode(match: re.Match[str]) -> str:
    braced, four, two, octal, other = match.groups()
    if other is not None:
        return "" if other in _CONTINUATIONS else _SIMPLE.get(other, other)
    if octal is not None:
        return chr(int(octal, 8))
    # Nine digits are enough to see that a number is too large.
    number = int((braced.lstrip("0") or "0")[:9] if braced else four or two, 16)
    return chr(number) if number <= _LARGEST else "\ufffd"


def template_text(text: str) -> str:
    """Decode the text of a template: line ends are normalised first (ECMA-262, 12.9.6.1)."""
    return unescape(raw_text(text))


def raw_text(text: str) -> str:
    """Give the raw text of a template, as `String.raw` sees it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def number(text: str) -> float | None:
    """Read a numeric literal; a BigInt reads as its number, `None` if it is no literal."""
    digits = text.replace("_", "").lower().removesuffix("n")
    try:
        if len(digits) > 1 and digits[0] == "0":
            if digits[1] in "xob":
                return float(int(digits, 0))
            if digits.isdigit():  # Annex B: legacy octal, unless it holds an 8 or a 9
                return float(int(digits, 10 if re.search("[89]", digits) else 8))
        return float(digits)
    except (ValueError, OverflowError):
        return None


def number_text(value: float) -> str:
    """Write a number as JavaScript does (ECMA-262, Number::toString)."""
    if math.isnan(value):
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "Infinity" if value > 0 else "-Infinity"
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    mantissa, _, power = f"{abs(value)!r}".partition("e")
    whole, _, part = mantissa.partition(".")
    part = "" if part == "0" else part
    digits = (whole + part).lstrip("0")
    point = len(whole) + int(power or 0) - (len(whole + part) - len(digits))
    digits = digits.rstrip("0") or "0"
    return sign + _place(digits, point)


def _place(digits: str, point: int) -> str:
    """Put the decimal point into digits, or write an exponent where JavaScript does."""
    count = len(digits)
    if count <= point <= _MOST_PLACES:
        return digits + "0" * (point - count)
    if 0 < point <= _MOST_PLACES:
        return f"{digits[:point]}.{digits[point:]}"
    if -_MOST_ZEROS < point <= 0:
        return "0." + "0" * -point + digits
    exponent = f"e{'+' if point > 0 else '-'}{abs(point - 1)}"
    return (digits[0] if count == 1 else f"{digits[0]}.{digits[1:]}") + exponent
