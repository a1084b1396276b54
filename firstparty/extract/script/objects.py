"""What functions and constructors of the platform make, as far as that can be told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import ada_url

from firstparty.extract.script.addresses import is_own
from firstparty.extract.script.conversions import Arguments, argument
from firstparty.extract.script.interfaces import MAKERS
from firstparty.extract.script.literals import characters, units
from firstparty.extract.script.members import element_of, key, member
from firstparty.extract.script.values import (
    MARKS,
    Arr,
    Inst,
    Obj,
    Pattern,
    Plain,
    Prefix,
    Url,
    Value,
    array,
    string,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_SELECTED: Final = re.compile(r"(?:^|[\s>+~])([a-zA-Z][a-zA-Z0-9]*)(?:[.#\[:][^\s>+~,]*)?$")
"""The name of the element that a selector without alternatives finds."""
_ELEMENT_BY_NAME: Final = {"createElement": 0, "createElementNS": 1}
"""Which argument is the name of the element."""


def found_or_made(method: str, given: Arguments) -> Value:
    """Give the element, list or attribute that a method of that name makes or finds."""
    kind = MAKERS.get(method)
    if kind == "element":
        tag = argument(given, _ELEMENT_BY_NAME[method])
        return Inst(f"element:{tag.lower().rpartition(':')[2] if isinstance(tag, str) else '?'}")
    if kind not in {"list", "selected"}:
        return Inst(kind) if kind else None
    selector = given[-1] if given else None
    found = _SELECTED.search(selector) if isinstance(selector, str) else None
    listed = f"list:{found[1].lower() if found else '*'}"
    return Inst(listed) if kind == "list" else element_of(listed)


def _some_object(_: Arguments) -> Value:
    return Obj({}, whole=False)


def _some_array(_: Arguments) -> Value:
    return Arr((), whole=False)


def _array(given: Arguments) -> Value:
    """With one argument that is the length, and so the elements are missing."""
    return array(list(given)) if len(given) != 1 else Arr((), whole=False)


def _array_from(given: Arguments) -> Value:
    source = given[0] if len(given) == 1 else None
    if isinstance(source, Inst) and source.of.startswith("list:"):
        return Arr((element_of(source.of),), whole=False)
    return Arr((), whole=False)


def _assign(given: Arguments) -> Value:
    target = argument(given, 0)
    return Obj({}, whole=False) if isinstance(target, Obj) else target


def _create(given: Arguments) -> Value:
    prototype = argument(given, 0)
    known = prototype is Plain.NULL or isinstance(prototype, Obj)
    return Obj({}, whole=False) if known else None


def _first(given: Arguments) -> Value:
    return given[0] if given else None


def _get(given: Arguments) -> Value:
    name = key(argument(given, 1))
    return member(given[0], name) if name is not None and given else None


def _pattern(given: Arguments) -> Value:
    source = given[0] if given else ""
    if isinstance(source, Pattern):
        return source
    return Pattern(source, "") if isinstance(source, str) and given[1:] == () else None


def _url(given: Arguments) -> Value:
    found = _resolved(given)
    return Url(found) if isinstance(found, str | Prefix) else None


def _resolved(given: Arguments) -> Value:
    """Resolve an address; one on the page's own origin stays as it is written."""
    address = string(given[0]) if given else None
    base = string(given[1]) if len(given) > 1 else ""
    start = base.text if isinstance(base, Prefix) else base
    if isinstance(start, str) and isinstance(address, str | Prefix) and is_own(start):
        return address
    if not isinstance(address, str) or not isinstance(base, str):
        return address if isinstance(address, Prefix) and base == "" else None
    if not MARKS.isdisjoint(address):
        return address
    try:
        found = (
            ada_url.URL(characters(address), base=characters(base))
            if base
            else ada_url.URL(characters(address))
        )
    except ValueError:
        return None
    return units(found.href)


OBJECTS: Final[dict[str, Callable[[Arguments], Value]]] = {
    "Array": _array,
    "Array.from": _array_from,
    "JSON.parse": lambda _: Inst("JSON"),
    "Object": _first,
    "Object.assign": _assign,
    "Object.create": _create,
    "Object.entries": _some_array,
    "Object.freeze": _first,
    "Object.fromEntries": _some_object,
    "Object.groupBy": _some_object,
    "Object.keys": _some_array,
    "Object.seal": _first,
    "Object.values": _some_array,
    "Reflect.get": _get,
    "RegExp": _pattern,
    "Symbol": lambda _: Inst("Symbol"),
    "Symbol.for": lambda _: Inst("Symbol"),
    "URL.createObjectURL": lambda _: Prefix("blob:"),
}
"""What functions make."""

NEW: Final[dict[str, Callable[[Arguments], Value]]] = {
    "Array": _array,
    "Audio": lambda _: Inst("element:audio"),
    "Image": lambda _: Inst("element:img"),
    "Object": _some_object,
    "Proxy": _first,  # what is behind it stays within reach
    "RegExp": _pattern,
    "String": lambda given: string(given[0]) if given else "",
    "URL": _url,
}
"""What constructors make; any other one makes an instance of its own name."""
