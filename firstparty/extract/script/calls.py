"""What a call or `new` gives back, where that can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.arrays import ARRAY
from firstparty.extract.script.conversions import number_method
from firstparty.extract.script.functions import GLOBAL
from firstparty.extract.script.literals import unescape
from firstparty.extract.script.members import key
from firstparty.extract.script.objects import NEW, OBJECTS, found_or_made
from firstparty.extract.script.strings import STRING
from firstparty.extract.script.templates import template
from firstparty.extract.script.values import (
    MARKS,
    Alt,
    Arr,
    Fn,
    Inst,
    Pattern,
    Plain,
    Prefix,
    Ref,
    Url,
    Value,
    either,
    options,
    string,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from firstparty.extract.script.fold import Folder

Arguments = tuple[Value, ...]
_CALLED: Final = OBJECTS | GLOBAL
_MEMBERS: Final = frozenset({"member_expression", "subscript_expression"})


def call(folder: Folder, node: int) -> Value:
    """Give the value of a call."""
    tree = folder.tree
    callee = tree.child(node, "function")
    arguments = folder.arguments(node)
    function = folder.values[callee]
    if arguments is None:
        raw = isinstance(function, Ref) and function.path == "String.raw"
        return template(folder, tree.child(node, "arguments"), raw=True) if raw else None
    if any(spread for _, _, spread in arguments):
        return None
    given = tuple(value for _, value, _ in arguments)
    if isinstance(function, Alt | Fn | Ref):
        return either(*(_called(folder, one, given) for one in options(function)))
    return _method_called(folder, callee, given)


def _called(folder: Folder, function: Value, given: Arguments) -> Value:
    if isinstance(function, Fn):
        return folder.results.value(function.node)
    return _of_platform(function, given) if isinstance(function, Ref) else None


def _method_called(folder: Folder, callee: int, given: Arguments) -> Value:
    """Call a member of something, where the member itself has no value."""
    tree = folder.tree
    while tree.kind[callee] == "parenthesized_expression":
        inner = tree.children(callee)
        if len(inner) != 1:
            return None
        callee = inner[0]
    if tree.kind[callee] not in _MEMBERS:
        return None
    if tree.kind[callee] == "member_expression":
        name: str | None = unescape(tree.text(tree.child(callee, "property")))
    else:
        name = key(folder.of(callee, "index"))
    if name is None:
        return None
    owner = folder.of(callee, "object")
    return either(*(_method(one, name, given) for one in options(owner)))


def _method(owner: Value, name: str, given: Arguments) -> Value:
    """Call a method of a value, by its kind."""
    found = _METHODS.get(type(owner))
    return found(owner, name, given) if found else None


def _of_text(text: str, name: str, given: Arguments) -> Value:
    if not MARKS.isdisjoint(text):
        return text if name in {"toString", "valueOf"} else None
    marked = any(isinstance(one, str) and not MARKS.isdisjoint(one) for one in given)
    found = None if marked and name != "concat" else STRING.get(name)
    return found(text, given) if found else None


def _of_array(listed: Arr, name: str, given: Arguments) -> Value:
    found = ARRAY.get(name)
    return found(listed, given) if found else None


def _of_instance(instance: Inst, name: str, _: Arguments) -> Value:
    same = name == "cloneNode" or (name == "clone" and instance.of == "Request")
    return instance if same else None


def _of_unknown(_: Value, name: str, given: Arguments) -> Value:
    """Methods of which nearly all objects that have them give the same kind of thing."""
    if name == "json" and not given:
        return Inst("JSON")  # of a response, once it is awaited
    return Arr((), whole=False) if name == "split" else None


def _as_text(value: Value, name: str, _: Arguments) -> Value:
    return string(value) if name in {"toString", "toJSON"} else None


def _same_beginning(text: Prefix, name: str, _: Arguments) -> Value:
    return text if name in {"concat", "toString", "trimEnd"} else None


def _of_plain(value: Plain, name: str, _: Arguments) -> Value:
    counted = value is Plain.NUMBER and name in {"toFixed", "toPrecision", "valueOf"}
    return Plain.NUMBER if counted else None


_METHODS: Final[dict[type, Callable[..., Value]]] = {
    Arr: _of_array,
    Inst: _of_instance,
    Pattern: lambda value, name, _: string(value) if name == "toString" else None,
    Plain: _of_plain,
    Prefix: _same_beginning,
    Url: _as_text,
    bool: _as_text,
    float: number_method,
    str: _of_text,
    type(None): _of_unknown,
}


def _of_platform(function: Ref, given: Arguments) -> Value:
    path, given = function.path, function.given + given
    if path in _CALLED:
        return _CALLED[path](given)
    head, _, last = path.rpartition(".")
    if last == "bind":
        return Ref(head, given[1:])
    if head in _CALLED:
        return _invoked(head, last, given)
    if head in {"*", "document"}:
        return found_or_made(last, given)
    return Plain.NUMBER if head == "Math" else _of_unknown(function, last, given)


def _invoked(path: str, how: str, given: Arguments) -> Value:
    """Follow `call` and `apply` of a function that is known."""
    if how == "call":
        return _CALLED[path](given[1:])
    listed = given[1] if how == "apply" and len(given) > 1 else None
    return _CALLED[path](listed.items) if isinstance(listed, Arr) and listed.whole else None


def construct(folder: Folder, node: int) -> Value:
    """Give the value of `new`."""
    function = folder.of(node, "constructor")
    if isinstance(function, Fn):
        return folder.results.made(function.node)
    if not isinstance(function, Ref):
        return None
    found = NEW.get(function.path)
    if found is None:
        return Inst(function.path)
    arguments = folder.arguments(node) or []
    if any(spread for _, _, spread in arguments):
        return None
    return found(tuple(value for _, value, _ in arguments))
