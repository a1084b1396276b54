"""Where an interface is handed on as a value, so that its calls cannot be followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.bindings import MOST
from firstparty.extract.script.interfaces import AMBIGUOUS, CALLS, NEWS, SPECIAL
from firstparty.extract.script.values import Ref, options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
_FOLLOWED: Final = frozenset(
    {
        "assignment_pattern",
        "do_statement",
        "expression_statement",
        "for_in_statement",
        "for_statement",
        "if_statement",
        "member_expression",
        "object_assignment_pattern",
        "program",
        "subscript_expression",
        "unary_expression",
        "update_expression",
        "variable_declarator",
        "while_statement",
    }
)
"""Where a value is only looked at, or goes into a name that is followed."""
_CHOOSING: Final = frozenset({"||", "&&", "??"})


def escapes(folder: Folder) -> Iterator[tuple[int, str]]:
    """List the expressions that hand an interface on, with its name."""
    scopes, values = folder.scopes, folder.values
    known: dict[int, bool] = {}
    for node, kind in enumerate(folder.tree.kind):
        if kind not in _SOURCES or values[node] is None:
            continue
        if node in scopes.declared or node in scopes.targets:
            continue
        for option in options(values[node]):
            name = capable(option) if isinstance(option, Ref) else None
            if name and _leaves(folder, node, known):
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


def _leaves(folder: Folder, node: int, known: dict[int, bool]) -> bool:
    """Climb to the expression that takes the value, and say whether it is lost there.

    What was found on the way is kept in `known`, so that no expression is climbed twice.
    """
    climbed = []
    at = node
    while at not in known:
        climbed.append(at)
        verdict = _verdict(folder, at)
        if verdict is not None:
            known[at] = verdict
            break
        at = folder.tree.parent[at]
    verdict = known[at]
    known.update(dict.fromkeys(climbed, verdict))
    return verdict


def _verdict(folder: Folder, at: int) -> bool | None:
    """Say whether the parent loses a value; `None` where the parent has that value itself."""
    tree = folder.tree
    parent = tree.parent[at]
    kind = tree.kind[parent] if parent >= 0 else "program"
    if kind in _FOLLOWED:
        return False
    verdict = _VERDICTS.get(kind)
    return verdict(folder, parent, at) if verdict else True


def _in_sequence(folder: Folder, parent: int, at: int) -> bool | None:
    return None if folder.tree.end[at] == folder.tree.end[parent] else False


def _in_choice(folder: Folder, _: int, at: int) -> bool | None:
    return False if folder.tree.role[at] == "condition" else None


def _in_operation(folder: Folder, parent: int, _: int) -> bool | None:
    operator = folder.tree.text(folder.tree.child(parent, "operator"))
    return None if operator in _CHOOSING else False


def _in_call(folder: Folder, _: int, at: int) -> bool:
    return folder.tree.role[at] not in {"function", "constructor"}


def _assigned(folder: Folder, parent: int, at: int) -> bool | None:
    """Say whether an assignment loses a value: names are followed, properties are not."""
    left = folder.tree.child(parent, "left")
    if folder.tree.role[at] == "left":
        return False
    followed = left in folder.scopes.meaning
    return (
        None if followed or folder.tree.kind[left] in {"object_pattern", "array_pattern"} else True
    )


def _passed(folder: Folder, listed: int, node: int) -> bool:
    return not _received(folder, listed, node)


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
    given = folder.bindings.sites.listed(site)
    if len(given) > MOST:
        return False
    place = given.index(node)
    sites = folder.bindings.sites.of(function) if function in folder.scopes.parameters else None
    if (
        sites is None
        or len(sites) > MOST
        or site not in sites
        or function in folder.scopes.arguments
    ):
        return False
    return any(one.place == place for one in folder.scopes.parameters[function])


_VERDICTS: Final[dict[str, Callable[[Folder, int, int], bool | None]]] = {
    "arguments": _passed,
    "assignment_expression": _assigned,
    "augmented_assignment_expression": _assigned,
    "binary_expression": _in_operation,
    "call_expression": _in_call,
    "new_expression": _in_call,
    "parenthesized_expression": lambda _, __, ___: None,
    "sequence_expression": _in_sequence,
    "ternary_expression": _in_choice,
}
"""Whether an expression loses a value, by its kind; any other kind does."""
