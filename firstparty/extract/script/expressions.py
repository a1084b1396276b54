"""What each kind of expression gives (ECMA-262, 13), from the values of its operands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.calls import call, construct
from firstparty.extract.script.literals import number, unescape
from firstparty.extract.script.members import key, member, resolve, some_member
from firstparty.extract.script.operators import binary, unary
from firstparty.extract.script.scopes import FUNCTIONS
from firstparty.extract.script.templates import template
from firstparty.extract.script.values import (
    Fn,
    Obj,
    Pattern,
    Plain,
    Ref,
    Value,
    array,
    either,
    options,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from firstparty.extract.script.fold import Folder


def _identifier(folder: Folder, node: int) -> Value:
    binding = folder.scopes.meaning.get(node)
    if binding is not None:
        return folder.bindings.value(binding, node)
    return resolve(folder.scopes.names[node])


def _meta(folder: Folder, node: int) -> Value:
    return Ref("import.meta") if folder.tree.text(node).startswith("import") else None


def _regex(folder: Folder, node: int) -> Value:
    pattern, _, flags = folder.tree.text(node)[1:].rpartition("/")
    return Pattern(unescape(pattern.replace("\\", "\\\\")), flags)


def _array(folder: Folder, node: int) -> Value:
    items: list[Value] = []
    whole, hole = True, True
    for child, value, spread in folder.elements(node):
        if folder.tree.kind[child] == ",":
            if hole:
                items.append(Plain.UNDEFINED)
            hole = True
            continue
        hole = False
        if spread:
            whole = False
            break
        items.append(value)
    return array(items, whole=whole)


def _object(folder: Folder, node: int) -> Value:
    tree = folder.tree
    entries: dict[str, Value] = {}
    whole = True
    for child in tree.children(node):
        reader = _ENTRIES.get(tree.kind[child])
        name, value = reader(folder, child) if reader else (None, None)
        if name is None:
            # What is computed or spread may be any key, those before included.
            entries, whole = {}, False
        else:
            entries[name] = value
    return Obj(entries, whole)


def _pair(folder: Folder, node: int) -> tuple[str | None, Value]:
    return _key(folder, folder.tree.child(node, "key")), folder.of(node, "value")


def _shorthand(folder: Folder, node: int) -> tuple[str | None, Value]:
    return folder.scopes.names[node], folder.values[node]


def _method(folder: Folder, node: int) -> tuple[str | None, Value]:
    tree = folder.tree
    accessor = tree.has_token(node, "get") or tree.has_token(node, "set")
    return _key(folder, tree.child(node, "name")), None if accessor else Fn(node)


_ENTRIES: Final = {
    "method_definition": _method,
    "pair": _pair,
    "shorthand_property_identifier": _shorthand,
}
"""Keys and values in an object literal."""


def _key(folder: Folder, node: int) -> str | None:
    tree = folder.tree
    match tree.kind[node]:
        case "computed_property_name":
            inner = tree.children(node)
            return key(folder.values[inner[0]]) if inner else None
        case "string" | "number":
            return key(folder.values[node])
        case _:
            return unescape(tree.text(node))


def _member(folder: Folder, node: int) -> Value:
    name = folder.tree.child(node, "property")
    if folder.tree.kind[name] == "private_property_identifier":
        return None
    return member(folder.of(node, "object"), unescape(folder.tree.text(name)))


def _subscript(folder: Folder, node: int) -> Value:
    owner, index = folder.of(node, "object"), folder.of(node, "index")
    found: list[Value] = []
    for option in options(index):
        name = key(option)
        found.append(some_member(owner) if name is None else member(owner, name))
    return either(*found)


def _inner(folder: Folder, node: int) -> Value:
    inner = folder.tree.children(node)
    return folder.values[inner[0]] if len(inner) == 1 else None


def _last(folder: Folder, node: int) -> Value:
    inner = folder.tree.children(node)
    return folder.values[inner[-1]] if inner else None


def _operator(folder: Folder, node: int) -> str:
    return folder.tree.text(folder.tree.child(node, "operator"))


def _augmented(folder: Folder, node: int) -> Value:
    operator = _operator(folder, node)
    if operator in {"||=", "&&=", "??="}:
        return either(folder.of(node, "left"), folder.of(node, "right"))
    if operator == "+=":
        return None  # the name stands for what it is afterwards
    return Plain.NUMBER


def _ternary(folder: Folder, node: int) -> Value:
    return either(folder.of(node, "consequence"), folder.of(node, "alternative"))


def _binary(folder: Folder, node: int) -> Value:
    return binary(_operator(folder, node), folder.of(node, "left"), folder.of(node, "right"))


def _unary(folder: Folder, node: int) -> Value:
    return unary(_operator(folder, node), folder.of(node, "argument"))


RULES: Final[dict[str, Callable[[Folder, int], Value]]] = {
    "array": _array,
    "assignment_expression": lambda folder, node: folder.of(node, "right"),
    "augmented_assignment_expression": _augmented,
    "await_expression": _last,
    "binary_expression": _binary,
    "call_expression": call,
    "class": lambda _, node: Fn(node),
    "class_declaration": lambda _, node: Fn(node),
    "false": lambda _, __: False,
    "identifier": _identifier,
    "import": lambda _, __: Ref("import"),
    "member_expression": _member,
    "meta_property": _meta,
    "new_expression": construct,
    "null": lambda _, __: Plain.NULL,
    "number": lambda folder, node: number(folder.tree.text(node)),
    "object": _object,
    "parenthesized_expression": _inner,
    "regex": _regex,
    "sequence_expression": _last,
    "shorthand_property_identifier": _identifier,
    "string": lambda folder, node: unescape(folder.tree.text(node)[1:-1]),
    "subscript_expression": _subscript,
    "template_string": template,
    "ternary_expression": _ternary,
    "this": lambda folder, node: folder.bindings.this(node),
    "true": lambda _, __: True,
    "unary_expression": _unary,
    "undefined": lambda _, __: Plain.UNDEFINED,
    "update_expression": lambda _, __: Plain.NUMBER,
    **dict.fromkeys(FUNCTIONS, lambda _, node: Fn(node)),
}
"""How a value is computed, by the kind of the node; other nodes have none."""
