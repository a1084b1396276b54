"""What `object.name` is (ECMA-262, 13.3.2), for values and for the platform."""

from __future__ import annotations

from typing import Final

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


def member(owner: Value, name: str) -> Value:  # noqa: C901, PLR0911 - one branch for each case
    """Read a property of a value by its known name."""
    match owner:
        case Alt(parts):
            return either(*(member(part, name) for part in parts))
        case str():
            return _indexed(owner, name)
        case Arr(items, whole):
            place = _index(name)
            if place is not None and (whole or place < len(items)):
                return items[place] if place < len(items) else Plain.UNDEFINED
            return float(len(items)) if name == "length" and whole else None
        case Obj(entries, whole):
            if name in entries:
                return entries[name]
            if "__proto__" in entries:
                return member(entries["__proto__"], name)
            return Ref("*.constructor") if name == "constructor" else None
        case Pattern(source, flags):
            return {"source": source, "flags": flags}.get(name)
        case Url(text):
            return text if name == "href" else None
        case Ref(path):
            return _of_platform(path, name)
        case Inst(of):
            return _of_instance(of, name)
        case Fn():
            return _anything(name) if name == "constructor" else None
        case Prefix() | float() | bool() | Plain():
            return Ref("*.constructor") if name == "constructor" else None
        case _:
            return _anything(name)


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
    small = name.isascii() and name.isdecimal() and len(name) < 10  # noqa: PLR2004 - the numbers of the standard
    return int(name) if small and (name == "0" or name[0] != "0") else None


def _of_platform(path: str, name: str) -> Value:
    if path == "window":
        return resolve(name)
    if path in CALLS or path in NEWS or path in SPECIAL:
        if name in _INVOKERS:
            return Ref(f"{path}.{name}")
        return Ref("*.constructor") if name == "constructor" else None
    if len(path) > _DEEPEST:
        return _anything(name)
    full = f"{path}.{name}"
    if full in CONSTANTS:
        return CONSTANTS[full]
    if full in CALLS or full in NEWS or full in SPECIAL or path in CLOSED:
        return Ref("*.constructor") if name == "constructor" else Ref(full)
    found = _anything(name)
    return Ref(full) if found is None else found


def _of_instance(of: str, name: str) -> Value:
    if name == "constructor":
        return Ref("*.constructor")
    if of == "FetchEvent":
        return Inst("Request") if name == "request" else None
    if of == "JSON":
        return Inst(of)
    if of in INERT_INSTANCES:
        return None
    if of == "element:attributes":
        return _anything(name) or Inst("attribute")
    if of.startswith("list:") and _index(name) is not None:
        return element_of(of)
    if name in _TEXTS and of in TEXTUAL:
        return Inst(f"text:{of.partition(':')[2]}")
    return _anything(name)


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
