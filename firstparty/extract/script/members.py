"""What `object.name` is (ECMA-262, 13.3.2), for values and for the platform."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.inert import CLOSED, INERT_INSTANCES
from firstparty.extract.script.interfaces import (
    CALLS,
    ELEMENTS,
    GLOBAL_SELF,
    HELD,
    LANDMARKS,
    MAKERS,
    NEWS,
    PARTS,
    SPECIAL,
)
from firstparty.extract.script.literals import number_text
from firstparty.extract.script.values import (
    MARKS,
    OWN_HOST,
    OWN_ORIGIN,
    OWN_SCHEME,
    Alt,
    Arr,
    Fn,
    Inst,
    Obj,
    Pattern,
    Plain,
    Prefix,
    Ref,
    Url,
    Value,
    either,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_OWN_ADDRESS: Final = Prefix(f"{OWN_ORIGIN}/")
CONSTANTS: Final[dict[str, Value]] = {
    "Infinity": float("inf"),
    "NaN": float("nan"),
    "document.URL": _OWN_ADDRESS,
    "document.baseURI": None,
    "document.currentScript": Inst("element:script", selected=True),
    "document.documentURI": _OWN_ADDRESS,
    "document.embeds": Inst("list:embed"),
    "document.forms": Inst("list:form"),
    "document.images": Inst("list:img"),
    "document.links": Inst("list:a"),
    "document.scripts": Inst("list:script"),
    "import.meta.url": _OWN_ADDRESS,
    "location.host": OWN_HOST,
    "location.href": _OWN_ADDRESS,
    "location.origin": OWN_ORIGIN,
    "location.protocol": OWN_SCHEME,
    "origin": OWN_ORIGIN,
    "undefined": Plain.UNDEFINED,
}
"""What can be read from the platform and is known. `document.baseURI` is whatever `base` says."""
_DEEPEST: Final = 80
"""So many characters of a path are followed; no known path is as long."""
_TEXTS: Final = frozenset({"firstChild", "lastChild"})
TEXTUAL: Final = frozenset({"element:script", "element:style"})
_LONGEST_INDEX: Final = 9
"""Digits of an index that is told apart from other names."""
_INVOKERS: Final = frozenset({"apply", "bind", "call"})


def resolve(path: str) -> Value:
    """Give what a path from the global object stands for."""
    head, _, rest = path.partition(".")
    while head in GLOBAL_SELF and rest:
        head, _, rest = rest.partition(".")
    if head in GLOBAL_SELF:
        return Ref("window")
    path = f"{head}.{rest}" if rest else head
    return CONSTANTS[path] if path in CONSTANTS else Ref(path)


def member(owner: Value, name: str) -> Value:
    """Read a property of a value by its known name."""
    if isinstance(owner, Alt):
        return either(*(member(part, name) for part in owner.options))
    read = _READERS.get(type(owner))
    return read(owner, name) if read else _constructor(owner, name)


def _constructor(_: Value, name: str) -> Value:
    """Of values without members, `constructor` leads to `Function`."""
    return Ref("*.constructor") if name == "constructor" else None


def _of_array(listed: Arr, name: str) -> Value:
    place = _index(name)
    if place is not None and (listed.whole or place < len(listed.items)):
        return listed.items[place] if place < len(listed.items) else Plain.UNDEFINED
    return float(len(listed.items)) if name == "length" and listed.whole else None


def _of_object(owner: Obj, name: str) -> Value:
    if name in owner.entries:
        return owner.entries[name]
    if "__proto__" in owner.entries:
        return member(owner.entries["__proto__"], name)
    return _constructor(owner, name)


def _of_pattern(pattern: Pattern, name: str) -> Value:
    return {"source": pattern.source, "flags": pattern.flags}.get(name)


def some_member(owner: Value) -> Value:
    """Read a property of a value by a name that is not known."""
    match owner:
        case Inst("element:attributes"):
            return Inst("attribute")
        case Inst("JSON"):
            return owner
        case Inst(of) if of.startswith("list:"):
            return element_of(of)
        case _:
            return None


def _indexed(text: str, name: str) -> Value:
    if not MARKS.isdisjoint(text):
        return Plain.NUMBER if name == "length" else None
    if name == "length":
        return float(len(text))
    place = _index(name)
    if place is not None:
        return text[place] if place < len(text) else Plain.UNDEFINED
    return Ref("*.constructor") if name == "constructor" else None


def _index(name: str) -> int | None:
    small = name.isascii() and name.isdecimal() and len(name) <= _LONGEST_INDEX
    return int(name) if small and (name == "0" or name[0] != "0") else None


def _of_platform(path: str, name: str) -> Value:
    if path == "window":
        return resolve(name)
    if _is_interface(path):
        return Ref(f"{path}.{name}") if name in _INVOKERS else _constructor(None, name)
    return _of_part(path, name) if len(path) <= _DEEPEST else _anything(name)


def _of_part(path: str, name: str) -> Value:
    full = f"{path}.{name}"
    if full in CONSTANTS:
        return CONSTANTS[full]
    if _is_interface(full) or path in CLOSED:
        return Ref("*.constructor") if name == "constructor" else Ref(full)
    found = _anything(name)
    return Ref(full) if found is None else found


def _is_interface(path: str) -> bool:
    return path in CALLS or path in NEWS or path in SPECIAL


def _of_instance(of: str, name: str) -> Value:
    """Read a member of an object whose kind is known."""
    if name == "constructor":
        return Ref("*.constructor")
    if (of, name) == ("FetchEvent", "request"):
        return Inst("Request")
    if of in INERT_INSTANCES:
        return Inst(of) if of == "JSON" else None
    if of.startswith("list:") and _index(name) is not None:
        return element_of(of)
    if name in _TEXTS and of in TEXTUAL:
        return Inst(f"text:{of.partition(':')[2]}")
    listed = Inst("attribute") if of == "element:attributes" else None
    return _anything(name) or listed


def element_of(listed: str) -> Inst:
    """Give an element of a list of them: the page has it already."""
    return Inst(f"element:{listed.partition(':')[2]}", selected=True)


def _anything(name: str) -> Value:
    """Give what a member of that name may be on an object that nothing is known about."""
    if name in LANDMARKS:
        return Ref(LANDMARKS[name])
    if name in ELEMENTS:
        return Inst("element:*")
    if name in PARTS:
        return Inst(PARTS[name])
    if name in HELD:
        return Inst(HELD[name])
    if name in NEWS or name in SPECIAL:
        return Ref(name)
    path = f"*.{name}"
    return Ref(path) if path in CALLS or path in SPECIAL or name in MAKERS else None


_READERS: Final[dict[type, Callable[..., Value]]] = {
    Arr: _of_array,
    Fn: lambda _, name: _anything(name) if name == "constructor" else None,
    Inst: lambda instance, name: _of_instance(instance.of, name),
    Obj: _of_object,
    Pattern: _of_pattern,
    Ref: lambda part, name: _of_platform(part.path, name),
    Url: lambda url, name: url.text if name == "href" else None,
    str: _indexed,
    type(None): lambda _, name: _anything(name),
}
"""How a property is read, by the kind of the owner."""


def key(value: Value) -> str | None:
    """Convert a known property key to its name."""
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case float():
            return number_text(value)
        case _:
            return None
