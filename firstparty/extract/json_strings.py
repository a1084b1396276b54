"""The strings of a JSON text with their keys and offsets: RFC 8259, read without recursion."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN: Final = re.compile(
    r"""[\x20\t\n\r]+|(?P<string>"[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*")|(?P<mark>[{}\[\]:,])"""
    r"""|(?P<word>true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)"""
)

_DEEPEST_KEY: Final = 32
_CLOSING: Final = {"}": "{", "]": "["}


class NotJSONError(ValueError):
    """A text that is no JSON; `offset` says where it stops being so."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class JSONString:
    """A string: the keys that lead to it, from the outside in, and where it stands."""

    keys: tuple[str, ...]
    value: str
    offset: int
    is_key: bool = False


def strings(text: str) -> Iterator[JSONString]:
    """Every string in document order; raises NotJSONError where the text is no JSON.

    Array positions do not appear among the keys. Keys below a depth of 32 are left out, so
    that a deeply nested text costs no more than its length.
    """
    open_marks: list[str] = []
    keys: list[str] = []
    pending: str | None = None
    position = 0
    seen = False
    while position < len(text):
        token = _TOKEN.match(text, position)
        if token is None:
            raise NotJSONError(position)
        mark = token.group("mark")
        if mark in {"{", "["}:
            open_marks.append(mark)
            keys.append(pending or "")
            pending = None
        elif mark in _CLOSING:
            if open_marks[-1:] != [_CLOSING[mark]]:
                raise NotJSONError(position)
            open_marks.pop()
            keys.pop()
            pending = None
        elif mark == ",":
            pending = None
        elif token.group("string") is not None:
            value = _value(token.group("string"), position)
            is_key = open_marks[-1:] == ["{"] and pending is None
            yield JSONString(_path(keys, pending), value, position, is_key=is_key)
            pending = value if is_key else None
        seen = seen or not token.group().isspace()
        position = token.end()
    if open_marks or not seen:
        raise NotJSONError(position)


def _path(keys: list[str], last: str | None = None) -> tuple[str, ...]:
    path = tuple(key for key in keys[:_DEEPEST_KEY] if key)
    return (*path, last) if last else path


def _value(quoted: str, offset: int) -> str:
    if "\\" not in quoted:
        return quoted[1:-1]
    try:
        return str(json.loads(quoted))
    except ValueError:
        raise NotJSONError(offset) from None
