"""What an expression may be, as far as it can be told without running it.

`None` stands for a value that nothing is known about.
`str`, `float` and `bool` stand for themselves, strings as UTF-16 code units.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from firstparty.extract.script.literals import number_text

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST: Final = 2_048
"""Folded strings are followed up to this length, so that no script can make them explode."""
WIDEST: Final = 8
"""So many alternatives of one expression are told apart."""
OWN_SCHEME: Final = "\ue000"
OWN_HOST: Final = "\ue001"
SOME_DIGITS: Final = "\ue002"
OWN_ORIGIN: Final = f"{OWN_SCHEME}//{OWN_HOST}"
"""What `location.protocol`, `location.host` and `location.origin` stand for while folding;
and a number that is not known, of which it matters only that it is one."""
MARKS: Final = frozenset({OWN_SCHEME, OWN_HOST, SOME_DIGITS})
LARGEST: Final = 512
"""So many elements of an array are followed through a call."""


class Plain(Enum):
    """Values without contents, and kinds of values that can hold no address."""

    UNDEFINED = "undefined"
    NULL = "null"
    NUMBER = "some number"
    BOOLEAN = "true or false"


@dataclass(frozen=True, slots=True)
class Prefix:
    """A string of which the beginning is known."""

    text: str


@dataclass(frozen=True, slots=True)
class Alt:
    """One of several values."""

    options: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Arr:
    """An array literal; `whole` when its length is known."""

    items: tuple[Value, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Obj:
    """An object literal; `whole` when all its keys are known."""

    entries: dict[str, Value] = field(default_factory=dict)
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression."""

    source: str
    flags: str


@dataclass(frozen=True, slots=True)
class Ref:
    """Something of the platform, by its path from the global object.

    `*.name` is the member of an object that nothing is known about.
    `given` holds arguments that `bind` has put in front.
    """

    path: str
    given: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Inst:
    """An object that the platform made: `Image`, `element:script`."""

    of: str
    selected: bool = False
    """Whether the page has it already, so that its attributes are not known here."""


@dataclass(frozen=True, slots=True)
class Url:
    """A `URL` object, by its address as far as that is known."""

    text: str | Prefix


@dataclass(frozen=True, slots=True)
class Fn:
    """A function or class of the script, by its node."""

    node: int


Value = (
    str | float | bool | Plain | Prefix | Alt | Arr | Obj | Pattern | Ref | Inst | Url | Fn | None
)


def array(items: list[Value], *, whole: bool = True) -> Arr:
    """Make an array; what is nested deeper than one level or too much of it is not followed.

    An array that holds another one twice, which holds another one twice, would else explode.
    """
    room = LARGEST
    kept: list[Value] = []
    for item in items[:LARGEST]:
        flat = True
        for option in options(item):
            if isinstance(option, Arr):
                room -= len(option.items)
                flat = room > 0 and not any(isinstance(one, Arr | Alt) for one in option.items)
                flat = flat and not isinstance(item, Alt)
        kept.append(item if flat else None)
    return Arr(tuple(kept), whole=whole and len(items) <= LARGEST)


def options(value: Value) -> tuple[Value, ...]:
    """List what a value may be."""
    return value.options if isinstance(value, Alt) else (value,)


def either(*values: Value) -> Value:
    """Join alternatives; too many of them are unknown, and the first ones."""
    if len(values) == 1:
        return values[0]
    found: list[Value] = []
    for value in values:
        for option in options(value):
            for known in found:
                if option is known or (type(option) is type(known) and option == known):
                    break
            else:
                found.append(option)
                if len(found) == WIDEST:
                    return Alt((*found[:-1], None))
    return found[0] if len(found) == 1 else Alt(tuple(found))


def string(value: Value) -> str | Prefix | Alt | None:
    """Convert to a string, as `"" + value` does."""
    if isinstance(value, str | Prefix):
        return value
    convert = _STRINGS.get(type(value))
    return convert(value) if convert else None


def _any_string(value: Alt) -> str | Prefix | Alt | None:
    found = either(*(string(part) for part in value.options))
    return found if isinstance(found, str | Prefix | Alt) else None


def _object_string(value: Obj) -> str | None:
    """An object without methods of its own is called one."""
    odd = {"toString", "valueOf", "__proto__"} & value.entries.keys()
    return "[object Object]" if value.whole and not odd else None


_PLAIN_STRINGS: Final = {
    # Digits neither make nor break an address, a tag or a token.
    Plain.NUMBER: SOME_DIGITS,
    Plain.BOOLEAN: "true",
    Plain.UNDEFINED: "undefined",
    Plain.NULL: "null",
}
_STRINGS: Final[dict[type, Callable[..., str | Prefix | Alt | None]]] = {
    Alt: _any_string,
    Arr: lambda value: join(value.items, ",", whole=value.whole),
    Obj: _object_string,
    Pattern: lambda value: f"/{value.source}/{value.flags}",
    Plain: _PLAIN_STRINGS.__getitem__,
    Url: lambda value: value.text,
    bool: lambda value: "true" if value else "false",
    float: number_text,
}
"""How a value becomes a string, by its kind."""


def concat(left: Value, right: Value) -> Value:
    """Join two values as strings."""
    if isinstance(left, Alt) or isinstance(right, Alt):
        pairs = [(one, two) for one in options(left) for two in options(right)]
        return either(*(concat(one, two) for one, two in pairs)) if len(pairs) <= WIDEST else None
    start, tail = string(left), string(right)
    if isinstance(start, Prefix):
        return start
    if not isinstance(start, str):
        return None
    if isinstance(tail, str):
        return bounded(start + tail)
    if isinstance(tail, Prefix):
        return Prefix((start + tail.text)[:LONGEST])
    return Prefix(start) if start else None


def bounded(text: str) -> str | Prefix:
    """Keep a string that is not too long, and else its beginning."""
    return text if len(text) <= LONGEST else Prefix(text[:LONGEST])


def join(items: tuple[Value, ...], by: str, *, whole: bool = True) -> str | Prefix | None:
    """Join the elements of an array."""
    parts: list[str] = []
    length = 0
    for place, item in enumerate(items):
        text = "" if item in (Plain.UNDEFINED, Plain.NULL) else string(item)
        text = by + text if place and isinstance(text, str) else text
        if not isinstance(text, str):
            head = "".join(parts) + (by if place else "")
            head += text.text if isinstance(text, Prefix) else ""
            return Prefix(head[:LONGEST]) if head else None
        parts.append(text)
        length += len(text)
        if length > LONGEST:
            return Prefix("".join(parts)[:LONGEST])
    return "".join(parts) if whole else (Prefix("".join(parts)) if length else None)
