"""Calls whose judgement depends on more than one argument."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from firstparty.extract.script.addresses import harmless
from firstparty.extract.script.interfaces import NEWS, PROPERTIES
from firstparty.extract.script.members import key
from firstparty.extract.script.reach import leads
from firstparty.extract.script.stores import Store
from firstparty.extract.script.values import Arr, Fn, Obj, Ref, Value, options

if TYPE_CHECKING:
    from collections.abc import Callable

    from firstparty.extract.script.stores import Stores


@dataclass(frozen=True, slots=True)
class Called:
    """A call of something whose path is known, with its arguments and their nodes."""

    node: int
    path: str
    values: list[Value]
    nodes: list[int]


def _open(stores: Stores, call: Called) -> None:
    """`open(method, url)` of a request, or `open(url)` of a window."""
    first = call.values[0]
    method = isinstance(first, str) and first.isascii() and first.isalpha()
    if len(call.values) > 1 and (method or not isinstance(first, str)):
        stores.findings.value(call.node, call.nodes[1], call.values[1], "XMLHttpRequest.open")
    if not method:
        stores.findings.value(call.node, call.nodes[0], first, "window.open")


def _navigate(stores: Stores, call: Called) -> None:
    """`location.replace(url)`; with two arguments it is that of a string."""
    if len(call.values) == 1:
        label = call.path.replace("*", "location")
        stores.findings.value(call.node, call.nodes[0], call.values[0], label)


def _set_attribute(stores: Stores, call: Called) -> None:
    stores.attribute(call.node, call.values[0], call.values[1], call.nodes[1])


def _set_attribute_ns(stores: Stores, call: Called) -> None:
    stores.attribute(call.node, call.values[1], call.values[2], call.nodes[2])


def _set_property(stores: Stores, call: Called) -> None:
    stores.style(call.node, call.values[0], call.values[1], call.nodes[1])


def _set_typed(stores: Stores, call: Called) -> None:
    """`attributeStyleMap.set(property, …values)` (CSS Typed OM, 3.1)."""
    for at, value in zip(call.nodes[1:], call.values[1:], strict=True):
        stores.style(call.node, call.values[0], value, at)


def _keyframes(stores: Stores, call: Called) -> None:
    stores.keyframes(call.node, call.values[0])


def _keyframes_of_effect(stores: Stores, call: Called) -> None:
    stores.keyframes(call.node, call.values[1])


def _constructor(stores: Stores, call: Called) -> None:
    """The constructor of a function compiles its last argument."""
    last = call.values[-1]
    if not harmless(last) and not isinstance(last, Obj | Arr | Fn):
        stores.findings.use(call.node, None, "Function")


def _assign(stores: Stores, call: Called) -> None:
    stores.assign_all(call.node, call.values, call.nodes)


def _set(stores: Stores, call: Called) -> None:
    owner, name, value = call.values[:3]
    stores.put(Store(call.node, call.nodes[2], owner, value), name)


def _get(stores: Stores, call: Called) -> None:
    """A member of the platform whose name is not known."""
    if any(key(one) is None for one in options(call.values[1])) and leads(call.values[0]):
        stores.findings.use(call.node, None, "computed member")


def _all_members(stores: Stores, call: Called) -> None:
    if leads(call.values[0]):
        stores.findings.use(call.node, None, "computed member")


def _prototype(stores: Stores, call: Called) -> None:
    if leads(call.values[1]):
        stores.findings.use(call.node, None, "computed member")


def _descriptor(stores: Stores, call: Called) -> None:
    """The setter of a property that loads."""
    owner, name = call.values[0], key(call.values[1])
    risky = name in PROPERTIES if name is not None else isinstance(owner, Ref)
    if risky and not isinstance(owner, Obj | Arr | Fn):
        stores.findings.use(call.node, None, call.path)


def _lookup_setter(stores: Stores, call: Called) -> None:
    name = key(call.values[0])
    if name is None or name in PROPERTIES:
        stores.findings.use(call.node, None, "Object.getOwnPropertyDescriptor")


def _descriptors(stores: Stores, call: Called) -> None:
    if isinstance(call.values[0], Ref):
        stores.findings.use(call.node, None, call.path)


def _construct(stores: Stores, call: Called) -> None:
    if any(isinstance(one, Ref) and one.path in NEWS for one in options(call.values[0])):
        stores.findings.use(call.node, None, call.path)


def _register_property(stores: Stores, call: Called) -> None:
    if call.values and isinstance(call.values[0], Obj):
        initial = call.values[0].entries.get("initialValue", "")
        stores.findings.value(call.node, call.nodes[0], initial, "CSS.registerProperty")
    else:
        stores.findings.use(call.node, None, call.path)


def _style_sheet(stores: Stores, call: Called) -> None:
    """`baseURL` is where the addresses in a constructed sheet start from (CSSOM, 6.1.2)."""
    for option in options(call.values[0]):
        if isinstance(option, Obj) and option.whole:
            if "baseURL" in option.entries:
                base = option.entries["baseURL"]
                stores.findings.value(call.node, call.nodes[0], base, "new CSSStyleSheet")
        elif not harmless(option):
            stores.findings.use(call.node, None, "new CSSStyleSheet")


JUDGEMENTS: Final[dict[str, tuple[int, Callable[[Stores, Called], None]]]] = {
    "*.__lookupSetter__": (1, _lookup_setter),
    "*.animate": (1, _keyframes),
    "*.assign": (1, _navigate),
    "*.attributeStyleMap.append": (2, _set_typed),
    "*.attributeStyleMap.set": (2, _set_typed),
    "*.constructor": (1, _constructor),
    "*.open": (1, _open),
    "*.replace": (1, _navigate),
    "*.setAttribute": (2, _set_attribute),
    "*.setAttributeNS": (3, _set_attribute_ns),
    "*.setKeyframes": (1, _keyframes),
    "*.setProperty": (2, _set_property),
    "CSS.registerProperty": (0, _register_property),
    "CSSStyleSheet": (1, _style_sheet),
    "KeyframeEffect": (2, _keyframes_of_effect),
    "Object.assign": (2, _assign),
    "Object.entries": (1, _all_members),
    "Object.getOwnPropertyDescriptor": (2, _descriptor),
    "Object.getOwnPropertyDescriptors": (1, _descriptors),
    "Object.setPrototypeOf": (2, _prototype),
    "Object.values": (1, _all_members),
    "Reflect.construct": (2, _construct),
    "Reflect.get": (2, _get),
    "Reflect.getOwnPropertyDescriptor": (2, _descriptor),
    "Reflect.set": (3, _set),
    "Reflect.setPrototypeOf": (2, _prototype),
}
"""How many arguments a call has at least, so that it is this one, and how it is judged."""
