"""Where an interface is handed on as a value, so that its calls cannot be followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.bindings import MOST
from firstparty.extract.script.interfaces import AMBIGUOUS, CALLS, NEWS, SPECIAL
from firstparty.extract.script.values import Ref, options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from firstparty.extract.script.fold import Folder

_SOURCES: Final = frozenset(
    {
        "call_expression",
        "identifier",
        "member_expression",
        "shorthand_property_identifier",
        "subscript_expression",
    }
)
_THROUGH: Final = frozenset({"parenthesized_expression", "sequence_expression"})
_CHOOSING: Final = frozenset({"||", "&&", "??"})
_FOLLOWED: Final = frozenset({"expression_statement", "unary_expression", "update_expression"})
_ASSIGNING: Final = frozenset({"assignment_expression", "augmented_assignment_expression"})
_BRANCHING: Final = frozenset(
    {"if_statement", "while_statement", "do_statement", "for_statement", "for_in_statement"}
)


def escapes(folder: Folder) -> Iterator[tuple[int, str]]:
    """List the expressions that hand an interface on, with its name."""
    scopes, values = folder.scopes, folder.values
    for node, kind in enumerate(folder.tree.kind):
        if kind not in _SOURCES or values[node] is None:
            continue
        if node in scopes.declared or node in scopes.targets:
            continue
        for option in options(values[node]):
            name = capable(option) if isinstance(option, Ref) else None
            if name and _leaves(folder, node):
                yield node, name
                break


def capable(value: Ref) -> str | None:
    """Name the interface that a reference is, if it can reach the network."""
    path = value.path
    head, _, last = path.rpartition(".")
    if last in {"call", "apply", "bind"} and head:
        path = head
    if path in AMBIGUOUS:
        return None
    if path in CALLS:
        return CALLS[path].name
    if path in NEWS:
        return f"new {NEWS[path].name}"
    return path.removeprefix("*.") if path in SPECIAL else None


def _leaves(folder: Folder, node: int) -> bool:  # noqa: C901, PLR0911, PLR0912 - one branch for each case
    """Climb to the expression that takes the value, and say whether it is followed there."""
    tree = folder.tree
    at = node
    while True:
        parent = tree.parent[at]
        if parent < 0:
            return False
        kind, role = tree.kind[parent], tree.role[at]
        if kind in _FOLLOWED or kind in _BRANCHING:
            return False
        if kind == "parenthesized_expression":
            at = parent
        elif kind == "sequence_expression":
            if tree.end[at] != tree.end[parent]:
                return False
            at = parent
        elif kind == "ternary_expression":
            if role == "condition":
                return False
            at = parent
        elif kind == "binary_expression":
            if tree.text(tree.child(parent, "operator")) not in _CHOOSING:
                return False
            at = parent
        elif kind in _ASSIGNING:
            left = tree.child(parent, "left")
            if role == "left":
                return False
            if left not in folder.scopes.meaning and tree.kind[left] not in {
                "object_pattern",
                "array_pattern",
            }:
                return True
            at = parent
        elif kind in {"call_expression", "new_expression"}:
            return role not in {"function", "constructor"}
        elif (
            kind in {"member_expression", "subscript_expression"}
            or kind == "variable_declarator"
            or kind in {"assignment_pattern", "object_assignment_pattern"}
        ):
            return False
        elif kind == "arguments":
            return not _received(folder, parent, at)
        else:
            return True


def _received(folder: Folder, listed: int, node: int) -> bool:
    """Say whether the function that is called is known and its parameter is followed."""
    tree = folder.tree
    site = tree.parent[listed]
    callee = (
        folder.values[tree.child(site, "function")] if tree.child(site, "function") >= 0 else None
    )
    if isinstance(callee, Ref):
        path = callee.path
        return path in {"Reflect.apply", "console.log"} or path.startswith("Object.is")
    at = tree.child(site, "function")
    while at >= 0 and tree.kind[at] == "parenthesized_expression":
        at = tree.children(at)[0]
    function = at
    if at >= 0 and at in folder.scopes.meaning:
        writes = folder.scopes.meaning[at].writes
        function = writes[0].node if len(writes) == 1 else -1
    given = tree.children(listed)
    if len(given) > MOST:
        return False
    place = given.index(node)
    sites = folder.bindings.call_sites(function) if function in folder.scopes.parameters else None
    if (
        sites is None
        or len(sites) > MOST
        or site not in sites
        or function in folder.scopes.arguments
    ):
        return False
    return any(one.place == place for one in folder.scopes.parameters[function])
