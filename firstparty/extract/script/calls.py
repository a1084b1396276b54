"""What a call or `new` gives back, where that can be told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import ada_url

from firstparty.extract.script.addresses import is_own
from firstparty.extract.script.arrays import ARRAY
from firstparty.extract.script.conversions import number_method
from firstparty.extract.script.functions import GLOBAL
from firstparty.extract.script.interfaces import MAKERS
from firstparty.extract.script.literals import characters, unescape, units
from firstparty.extract.script.members import key, member, resolve
from firstparty.extract.script.strings import STRING
from firstparty.extract.script.values import (
    MARKS,
    Alt,
    Arr,
    Inst,
    Obj,
    Pattern,
    Plain,
    Prefix,
    Ref,
    Url,
    Value,
    array,
    either,
    options,
    string,
)

if TYPE_CHECKING:
    from firstparty.extract.script.fold import Folder


_SELECTED: Final = re.compile(r"(?:^|[\s>+~])([a-zA-Z][a-zA-Z0-9]*)(?:[.#\[:][^\s>+~,]*)?$")
"""The name of the element that a selector without alternatives finds."""


def call(folder: Folder, node: int) -> Value:
    """Give the value of a call."""
    tree = folder.tree
    callee = tree.child(node, "function")
    arguments = folder.arguments(node)
    function = folder.values[callee]
    if arguments is None:
        raw = isinstance(function, Ref) and function.path == "String.raw"
        return folder.template(tree.child(node, "arguments"), raw=True) if raw else None
    if any(spread for _, _, spread in arguments):
        return None
    given = tuple(value for _, value, _ in arguments)
    if isinstance(function, Ref):
        return _of_platform(function, given)
    if isinstance(function, Alt):
        found = [
            _of_platform(one, given) if isinstance(one, Ref) else None for one in function.options
        ]
        return either(*found)
    while tree.kind[callee] == "parenthesized_expression":
        inner = tree.children(callee)
        if len(inner) != 1:
            return None
        callee = inner[0]
    if tree.kind[callee] not in {"member_expression", "subscript_expression"}:
        return None
    owner = folder.of(callee, "object")
    if tree.kind[callee] == "member_expression":
        name: str | None = unescape(tree.text(tree.child(callee, "property")))
    else:
        name = key(folder.of(callee, "index"))
    if name is None:
        return None
    return either(*(_method(one, name, given) for one in options(owner)))


def _method(owner: Value, name: str, given: tuple[Value, ...]) -> Value:  # noqa: PLR0911 - one branch for each case
    """Call a method of a known value."""
    match owner:
        case str():
            if not MARKS.isdisjoint(owner):
                return owner if name in {"toString", "valueOf"} else None
            marked = any(isinstance(one, str) and not MARKS.isdisjoint(one) for one in given)
            found = None if marked and name != "concat" else STRING.get(name)
            return found(owner, given) if found else None
        case Prefix():
            return owner if name in {"concat", "toString", "trimEnd"} else None
        case Arr():
            method = ARRAY.get(name)
            return method(owner, given) if method else None
        case bool() | Url():
            return string(owner) if name in {"toString", "toJSON"} else None
        case float():
            return number_method(owner, name, given)
        case Pattern() if name == "toString":
            return string(owner)
        case Plain.NUMBER:
            return Plain.NUMBER if name in {"toFixed", "toPrecision", "valueOf"} else None
        case Inst("Request") if name == "clone":
            return owner
        case _:
            return None


def _of_platform(function: Ref, given: tuple[Value, ...]) -> Value:  # noqa: PLR0911 - one branch for each case
    path, given = function.path, function.given + given
    if path.startswith("Math."):
        return Plain.NUMBER
    if path in GLOBAL:
        return GLOBAL[path](given)
    head, _, last = path.rpartition(".")
    if last == "call" and head in GLOBAL:
        return GLOBAL[head](given[1:])
    if last == "apply" and head in GLOBAL:
        listed = given[1] if len(given) > 1 else None
        return GLOBAL[head](listed.items) if isinstance(listed, Arr) and listed.whole else None
    if last == "bind":
        return Ref(head, given[1:])
    match path:
        case "URL.createObjectURL":
            return Prefix("blob:")
        case "Reflect.get":
            name = key(given[1]) if len(given) > 1 else None
            return member(given[0], name) if name is not None else None
        case "Object.freeze" | "Object.seal" | "Object":
            return given[0] if given else None
        case "Array":
            return array(list(given)) if len(given) != 1 else None
        case "RegExp":
            return _pattern(given)
        case "Reflect.construct":
            return None
        case _:
            return _made(last, given) if head in {"*", "document"} else None


def _made(name: str, given: tuple[Value, ...]) -> Value:
    """Give the element or attribute that a method makes or finds."""
    kind = MAKERS.get(name)
    if kind == "element":
        place = 1 if name.endswith("NS") else 0
        tag = given[place] if len(given) > place else None
        return Inst(
            f"element:{tag.lower().rpartition(':')[2]}" if isinstance(tag, str) else "element:?"
        )
    if kind == "selected":
        selector = given[0] if given else None
        found = _SELECTED.search(selector) if isinstance(selector, str) else None
        return Inst(f"element:{found[1].lower()}" if found else "element:*", selected=True)
    return Inst(kind) if kind else None


def _pattern(given: tuple[Value, ...]) -> Value:
    source = given[0] if given else ""
    if isinstance(source, Pattern):
        return source
    return Pattern(source, "") if isinstance(source, str) and len(given) < 2 else None  # noqa: PLR2004 - the numbers of the standard


def construct(folder: Folder, node: int) -> Value:  # noqa: PLR0911 - one branch for each case
    """Give the value of `new`."""
    function = folder.of(node, "constructor")
    arguments = folder.arguments(node) or []
    given = tuple(value for _, value, _ in arguments)
    spread = any(one for _, _, one in arguments)
    if not isinstance(function, Ref):
        return None
    match function.path:
        case "URL":
            found = None if spread else _url(given)
            return Url(found) if isinstance(found, str | Prefix) else None
        case "String":
            return None if spread else string(given[0]) if given else ""
        case "Array":
            return array(list(given)) if len(given) != 1 and not spread else None
        case "RegExp":
            return None if spread else _pattern(given)
        case "Image":
            return Inst("element:img")
        case "Audio":
            return Inst("element:audio")
        case "Object":
            return Obj({}, whole=False)
        case "Proxy":  # what is behind it stays within reach
            return None if spread or not given else given[0]
        case path:
            return Inst(path)


def _url(given: tuple[Value, ...]) -> Value:
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


__all__ = ["call", "construct", "resolve"]
