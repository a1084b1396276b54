"""Whether an object that nothing is known about may be an element of the page.

`object[name] = value` loads something where all three are unknown and the object is an element.
Nearly always it is an array, a map or a record, and often enough that can be told:
by what the script makes of its own names and properties, and by whether it handles elements at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.addresses import harmless
from firstparty.extract.script.inert import CLOSED, INERT_INSTANCES
from firstparty.extract.script.interfaces import (
    ELEMENT_PROPERTIES,
    ELEMENTS,
    MAKERS,
    PARTS,
    PROPERTIES,
)
from firstparty.extract.script.literals import unescape
from firstparty.extract.script.values import (
    Arr,
    Fn,
    Inst,
    Obj,
    Pattern,
    Plain,
    Prefix,
    Ref,
    Value,
    options,
)

if TYPE_CHECKING:
    from firstparty.extract.script.fold import Folder
    from firstparty.extract.script.tree import Tree

_HANDLING: Final = frozenset(
    {*ELEMENTS, *MAKERS, *PARTS, "appendChild", "insertBefore", "innerHTML", "parentNode"}
)
"""Members that only scripts use which handle elements."""
_WITHOUT_ELEMENTS: Final = frozenset(
    {
        "URL",
        "cookie",
        "domain",
        "hasFocus",
        "hidden",
        "readyState",
        "referrer",
        "title",
        "visibilityState",
    }
)
"""Members of the document that lead to no element."""
_LOADING: Final = frozenset({*PROPERTIES, *(name for _, name in ELEMENT_PROPERTIES), "hash"})
_WRAPPING: Final = frozenset({"parenthesized_expression", "augmented_assignment_expression"})
_COUNTS: Final = frozenset({"length", "size", "byteLength"})
_STRUCTURED: Final = frozenset({"object", "embed"})
"""Elements whose `data` loads."""


class Origins:
    """Answers for the objects of one script."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.tree = folder.tree
        self._handles: bool | None = None
        self._structured: bool | None = None
        self._stored: dict[str, list[int]] | None = None

    # The whole script.

    def handles_elements(self) -> bool:
        """Say whether the script has to do with elements at all."""
        if self._handles is None:
            self._handles = any(self._is_handling(node) for node in range(len(self.tree.kind)))
        return self._handles

    def _is_handling(self, node: int) -> bool:
        tree = self.tree
        kind = tree.kind[node]
        if kind == "property_identifier":
            return tree.text(node) in _HANDLING
        value = self.folder.values[node]
        if isinstance(value, Inst):
            return value.of.startswith(("element:", "list:"))
        if not isinstance(value, Ref) or value.path != "document":
            return False
        parent = tree.parent[node]
        if tree.kind[parent] == "member_expression" and tree.role[node] == "object":
            return tree.text(tree.child(parent, "property")) not in _WITHOUT_ELEMENTS
        return tree.kind[parent] not in {"unary_expression", "binary_expression"}

    def handles_objects(self) -> bool:
        """Say whether the script names `object` or `embed`: only of those does `data` load."""
        if self._structured is None:
            self._structured = any(self._names_object(at) for at in range(len(self.tree.kind)))
        return self._structured

    def _names_object(self, node: int) -> bool:
        kind, tree = self.tree.kind[node], self.tree
        if kind == "identifier":
            return tree.text(node) in {"HTMLObjectElement", "HTMLEmbedElement"}
        if kind != "string" or tree.kind[tree.parent[node]] != "arguments":
            return False
        value = self.folder.values[node]
        text = value if isinstance(value, str) else ""
        return any(text.lower().partition(end)[0] in _STRUCTURED for end in ("[", "#", ".", ":"))

    # One object.

    def may_load(self, owner: Value, node: int, name: Value, value: Value) -> bool:
        """Say whether `owner[name] = value` may load something, where the owner is unknown.

        `node` is the expression that gives the owner, or -1.
        """
        return (
            any(_is_stranger(option) for option in options(owner))
            and _may_name_sink(name)
            and not is_inert(value)
            and self.handles_elements()
            and not self._is_own(node)
        )

    def _is_own(self, node: int) -> bool:
        """Say whether an expression gives what the script itself has made."""
        tree = self.tree
        while node >= 0 and tree.kind[node] in _WRAPPING:
            node = tree.children(node)[0]
        if node < 0:
            return False
        if tree.kind[node] == "this":
            around = self.folder.scopes.classes.get(node, -1)
            return around >= 0 and self.folder.results.is_own(tree.parent[around])
        if tree.kind[node] != "member_expression":
            return False
        name = tree.text(tree.child(node, "property"))
        stored = self._stores().get(name, [])
        return name == "prototype" or (
            bool(stored) and all(_is_container(self.folder.values[one]) for one in stored)
        )

    def _stores(self) -> dict[str, list[int]]:
        """List what the script puts into properties, by their names."""
        if self._stored is None:
            self._stored = {}
            for node, kind in enumerate(self.tree.kind):
                found = self._store(node, kind)
                if found:
                    self._stored.setdefault(found[0], []).append(found[1])
        return self._stored

    def _store(self, node: int, kind: str) -> tuple[str, int] | None:
        """Read a node that gives a property its value: the name, and the value's node."""
        tree = self.tree
        if kind in {"assignment_expression", "augmented_assignment_expression"}:
            left = tree.child(node, "left")
            name = tree.child(left, "property") if tree.kind[left] == "member_expression" else -1
            value = tree.child(node, "right")
        elif kind == "field_definition":
            name, value = tree.child(node, "property"), tree.child(node, "value")
        elif kind == "pair":
            name, value = tree.child(node, "key"), tree.child(node, "value")
        elif kind == "shorthand_property_identifier":
            name = value = node
        else:
            return None
        return (unescape(tree.text(name)), value) if name >= 0 and value >= 0 else None


def adds(folder: Folder, target: int) -> bool:
    """Say whether `object[name] = value` is the other case of `name in object ? … : …`.

    What an object does not have yet, it has no setter for.
    """
    tree = folder.tree
    branch = tree.parent[target]
    while tree.kind[tree.parent[branch]] == "parenthesized_expression":
        branch = tree.parent[branch]
    choice = tree.parent[branch]
    if tree.kind[choice] != "ternary_expression" or tree.role[branch] != "alternative":
        return False
    test = _inside(tree, tree.child(choice, "condition"))
    if tree.kind[test] != "binary_expression" or tree.text(tree.child(test, "operator")) != "in":
        return False
    name = _inside(tree, tree.child(test, "left"))
    if tree.kind[name] == "assignment_expression":
        name = tree.child(name, "left")
    return _same(tree, name, tree.child(target, "index")) and _same(
        tree, tree.child(test, "right"), tree.child(target, "object")
    )


def _inside(tree: Tree, node: int) -> int:
    while tree.kind[node] == "parenthesized_expression":
        node = tree.children(node)[0]
    return node


def _same(tree: Tree, one: int, other: int) -> bool:
    """Say whether two expressions are the same name."""
    named = tree.kind[one] == tree.kind[other] == "identifier"
    return named and tree.text(one) == tree.text(other)


def counts(folder: Folder, node: int) -> bool:
    """Say whether an index is how many there are of something."""
    tree = folder.tree
    return (
        tree.kind[node] == "member_expression"
        and tree.text(tree.child(node, "property")) in _COUNTS
    )


def is_inert(value: Value) -> bool:
    """Say whether a value loads nothing, whatever property of an element it goes into."""
    return all(
        harmless(option)
        or isinstance(option, Obj | Arr | Fn | Pattern)
        or (isinstance(option, Inst) and option.of not in {"CSSStyleDeclaration", "JSON"})
        for option in options(value)
    )


def _is_stranger(owner: Value) -> bool:
    return owner is None or (isinstance(owner, Ref) and owner.path.partition(".")[0] not in CLOSED)


def _is_container(value: Value) -> bool:
    return all(
        isinstance(option, Obj | Arr | Fn | str | Pattern)
        or harmless(option)
        or (isinstance(option, Inst) and option.of in INERT_INSTANCES)
        for option in options(value)
    )


def is_symbol(name: Value) -> bool:
    """Say whether a key is a symbol, of which none loads anything."""
    return (isinstance(name, Ref) and name.path.startswith("Symbol.")) or name == Inst("Symbol")


def _may_name_sink(name: Value) -> bool:
    """Say whether a key may be the name of a property that loads."""
    if isinstance(name, Prefix):
        return any(one.startswith(name.text) for one in _LOADING)
    return not (is_symbol(name) or isinstance(name, Plain))
