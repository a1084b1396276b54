"""Whether the arrays and objects that names stand for ever change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.arrays import ARRAY, CHANGING
from firstparty.extract.script.interfaces import CALLS, NEWS
from firstparty.extract.script.literals import unescape

if TYPE_CHECKING:
    from collections.abc import Callable

    from firstparty.extract.script.scopes import Binding, Scopes
    from firstparty.extract.script.tree import Tree

_LOCAL_PARTS: Final = frozenset({"hash", "pathname", "search"})
"""What can be set on a `URL` without leaving its origin."""
_ASSIGNING: Final = frozenset({"assignment_expression", "augmented_assignment_expression"})
_CHOOSING: Final = frozenset({"||", "&&", "??"})


class Steadiness:
    """Answers for the names of one script; every answer is computed once."""

    def __init__(self, tree: Tree, scopes: Scopes) -> None:
        self.tree = tree
        self.scopes = scopes
        self._known: dict[Binding, bool] = {}
        self._rules: Final[dict[str, Callable[[int, int], bool]]] = {
            "arguments": self._is_taken,
            "binary_expression": self._is_operand,
            "for_in_statement": self._is_walked,
            "member_expression": self._is_read,
            "spread_element": lambda _, __: True,
            "subscript_expression": self._is_read,
            "template_substitution": lambda _, __: True,
            "unary_expression": lambda _, __: True,
        }
        """Whether a use leaves the value as it is, by the kind of the expression around it."""

    def of(self, binding: Binding) -> bool:
        """Say whether nobody can change the array or object that a name stands for."""
        found = self._known.get(binding)
        if found is None:
            found = self._known[binding] = all(self._reads(use) for use in binding.uses)
        return found

    def _reads(self, use: int) -> bool:
        parent = self.tree.parent[use]
        rule = self._rules.get(self.tree.kind[parent])
        return rule is not None and rule(use, parent)

    def _is_operand(self, _: int, parent: int) -> bool:
        """Operators take a value apart, except those that give one of two."""
        return self.tree.text(self.tree.child(parent, "operator")) not in _CHOOSING

    def _is_walked(self, use: int, _: int) -> bool:
        return self.tree.role[use] == "right"

    def _is_taken(self, _: int, parent: int) -> bool:
        """Say whether a call is of a part of the platform that changes nothing it is given."""
        tree, names = self.tree, self.scopes.names
        site = tree.parent[parent]
        callee = max(tree.child(site, "function"), tree.child(site, "constructor"))
        if callee in self.scopes.meaning or callee not in names:
            return False
        return names[callee] in CALLS or names[callee] in NEWS or names[callee] == "String"

    def _is_read(self, use: int, parent: int) -> bool:
        """Say whether a member is only looked at, or is a method that changes nothing."""
        tree = self.tree
        if tree.role[use] != "object":
            return False
        name = tree.child(parent, "property")
        around, role = tree.kind[tree.parent[parent]], tree.role[parent]
        if around == "call_expression" and role == "function":
            method = unescape(tree.text(name)) if name >= 0 else ""
            return method in ARRAY and method not in CHANGING
        if around in _ASSIGNING:
            return role != "left" or (name >= 0 and tree.text(name) in _LOCAL_PARTS)
        return around not in {"update_expression", "unary_expression"}
