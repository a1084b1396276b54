"""The methods of strings that are known (ECMA-262, 22.1).

Every function takes the text and the arguments, and gives `None` when it cannot tell.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from firstparty.extract.script.conversions import TRIM_END, TRIM_START, Arguments, argument, integer
from firstparty.extract.script.literals import characters
from firstparty.extract.script.values import (
    LARGEST,
    LONGEST,
    Arr,
    Pattern,
    Plain,
    Value,
    bounded,
    join,
    string,
)

if TYPE_CHECKING:
    from collections.abc import Callable


_PLAIN_PATTERN: Final = re.compile(r"(?:[^\\^$.*+?()\[\]{}|]|\\[^a-zA-Z0-9])+")


def _range(text: str, arguments: Arguments, *, swap: bool, wrap: bool) -> Value:
    length = len(text)
    start, end = integer(argument(arguments, 0), 0), integer(argument(arguments, 1), length)
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
    start, count = integer(argument(arguments, 0), 0), integer(argument(arguments, 1), len(text))
    if start is None or count is None:
        return None
    start = max(0, len(text) + start) if start < 0 else start
    return text[start : start + max(0, count)]


def _char_at(text: str, arguments: Arguments) -> Value:
    place = integer(argument(arguments, 0), 0)
    return None if place is None else text[place] if 0 <= place < len(text) else ""


def _element(text: str, arguments: Arguments) -> Value:
    place = integer(argument(arguments, 0), 0)
    if place is None:
        return None
    place = place + len(text) if place < 0 else place
    return text[place] if 0 <= place < len(text) else Plain.UNDEFINED


def _code_at(text: str, arguments: Arguments) -> Value:
    place = integer(argument(arguments, 0), 0)
    if place is None:
        return None
    return float(ord(text[place])) if 0 <= place < len(text) else math.nan


def _code_point_at(text: str, arguments: Arguments) -> Value:
    place = integer(argument(arguments, 0), 0)
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
    count = integer(argument(arguments, 0), 0)
    if count is None or count < 0:
        return None
    if not text:
        return ""
    return bounded(text * min(count, LONGEST // len(text) + 1))


def _pad(*, left: bool) -> Callable[[str, Arguments], Value]:
    def pad(text: str, arguments: Arguments) -> Value:
        length = integer(argument(arguments, 0), 0)
        fill = string(" " if argument(arguments, 1) is Plain.UNDEFINED else arguments[1])
        if length is None or not isinstance(fill, str) or length > LONGEST:
            return None
        missing = length - len(text)
        if missing <= 0 or not fill:
            return text
        filler = (fill * (missing // len(fill) + 1))[:missing]
        return filler + text if left else text + filler

    return pad


def _split(text: str, arguments: Arguments) -> Value:
    by, limit = argument(arguments, 0), integer(argument(arguments, 1), LARGEST + 1)
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
        found, new = argument(arguments, 0), string(argument(arguments, 1))
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
    found, start = string(argument(arguments, 0)), integer(argument(arguments, 1), 0)
    if not isinstance(found, str) or start is None:
        return None
    return float(text.find(found, min(max(start, 0), len(text))))


def _last_index_of(text: str, arguments: Arguments) -> Value:
    found = string(argument(arguments, 0))
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
    "trim": lambda text, _: TRIM_END.sub("", TRIM_START.sub("", text)),
    "trimEnd": lambda text, _: TRIM_END.sub("", text),
    "trimLeft": lambda text, _: TRIM_START.sub("", text),
    "trimRight": lambda text, _: TRIM_END.sub("", text),
    "trimStart": lambda text, _: TRIM_START.sub("", text),
    "valueOf": _same,
}
