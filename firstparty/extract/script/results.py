"""What functions of the script give back, and what `new` makes of its classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.inert import INERT_INSTANCES
from firstparty.extract.script.values import WIDEST, Fn, Inst, Plain, Ref, Value, either, options

if TYPE_CHECKING:
    from firstparty.extract.script.fold import Folder

_CALLABLE: Final = frozenset(
    {"arrow_function", "function_declaration", "function_expression", "method_definition"}
)
_DEEPEST: Final = 16
"""So many classes are followed from one to the class that it extends."""
OWN: Final = Inst("own")
"""An object that a class of the script made, and so nothing of the platform."""


class Results:
    """Answers for the functions and classes of one script; every answer is computed once."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.tree = folder.tree
        self._given: dict[int, list[int]] = {}
        """What the `return` statements of each function give."""
        function, tree = folder.scopes.function, folder.tree
        for node, kind in enumerate(tree.kind):
            if kind == "return_statement":
                self._given.setdefault(function[node], []).extend(tree.children(node)[:1])

    def needs(self, node: int) -> list[int]:
        """List the expressions that must be computed before a call is."""
        folder = self.folder
        found: list[int] = []
        for function in options(folder.of(node, "function")):
            if isinstance(function, Fn):
                found += self._returned(function.node) or ()
        return [one for one in found if not folder.done[one]]

    def value(self, function: int) -> Value:
        """Give what a call of a function gives."""
        folder = self.folder
        returned = self._returned(function)
        if returned is None or not all(folder.done[one] for one in returned):
            return None
        values = [folder.values[one] for one in returned]
        if not self._ends_returning(function):
            values.append(Plain.UNDEFINED)
        return either(*values)

    def _returned(self, function: int) -> list[int] | None:
        tree = self.tree
        if tree.kind[function] not in _CALLABLE:
            return None
        if any(tree.has_token(function, token) for token in ("async", "*", "get", "set")):
            return None
        body = tree.child(function, "body")
        if body >= 0 and tree.kind[body] != "statement_block":
            return [body]
        found = self._given.get(function, [])
        return found if len(found) <= WIDEST else None

    def _ends_returning(self, function: int) -> bool:
        tree = self.tree
        body = tree.child(function, "body")
        if tree.kind[body] != "statement_block":
            return True
        inside = tree.children(body)
        return bool(inside) and tree.kind[inside[-1]] == "return_statement"

    def made(self, function: int) -> Value:
        """Give what `new` makes of a function or class."""
        tree = self.tree
        if tree.kind[function] in {"function_declaration", "function_expression"}:
            return None if self._given.get(function) else OWN
        return OWN if self.is_own(function) else None

    def is_own(self, node: int) -> bool:
        """Say whether the instances of a class are nothing of the platform."""
        tree = self.tree
        for _ in range(_DEEPEST):
            if tree.kind[node] not in {"class", "class_declaration"} or self._replaces(node):
                return False
            above = [one for one in tree.children(node) if tree.kind[one] == "class_heritage"]
            if not above:
                return True
            inner = tree.children(above[0])
            parent = self.folder.values[inner[0]] if inner else None
            if isinstance(parent, Ref):
                return parent.path in INERT_INSTANCES or parent.path == "EventTarget"
            if not isinstance(parent, Fn):
                return False
            node = parent.node
        return False

    def _replaces(self, node: int) -> bool:
        """Say whether the constructor of a class gives another object back."""
        tree = self.tree
        body = tree.child(node, "body")
        return any(
            tree.kind[member] == "method_definition"
            and tree.text(tree.child(member, "name")) in {"constructor", "'constructor'"}
            and bool(self._given.get(member))
            for member in tree.children(body)
        )
