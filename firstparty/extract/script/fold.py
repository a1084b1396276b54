"""What every expression of a script may be, computed once each and without recursion.

Nodes are visited backwards, so that operands come before the expressions they are part of.
A name needs the value of an expression elsewhere: that expression is then visited first,
on an explicit stack; function bodies are left out of such excursions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.bindings import Bindings
from firstparty.extract.script.expressions import RULES
from firstparty.extract.script.members import element_of
from firstparty.extract.script.results import Results
from firstparty.extract.script.values import LARGEST, Arr, Inst, Value

if TYPE_CHECKING:
    from firstparty.extract.script.model import Kind
    from firstparty.extract.script.scopes import Scopes
    from firstparty.extract.script.tree import Tree

_NEEDING: Final = frozenset(
    {"call_expression", "identifier", "shorthand_property_identifier", "this"}
)
"""What can only be computed after expressions elsewhere."""
Argument = tuple[int, Value, bool]
"""The node of an argument, its value, and whether it is spread."""


class Folder:
    """The values of all nodes of one script, in `values`."""

    def __init__(self, tree: Tree, scopes: Scopes, kind: Kind) -> None:
        self.tree: Tree = tree
        self.scopes = scopes
        self.script = kind
        count = len(tree.kind)
        self.values: list[Value] = [None] * count
        self.done = bytearray(count)
        self.started: set[int] = set()
        self.leaps: dict[int, int] = {}
        """From the last node of a finished excursion to the node before its first."""
        self.bindings: Bindings = Bindings(self)
        self.results: Results = Results(self)

    def run(self) -> None:
        """Compute everything."""
        kind, done, values, rules = self.tree.kind, self.done, self.values, RULES
        for node in range(len(kind) - 1, -1, -1):
            if done[node]:
                continue
            rule = rules.get(kind[node])
            if rule is not None:
                if kind[node] in _NEEDING:
                    self._prepare(node)
                values[node] = rule(self, node)
            done[node] = 1

    def _prepare(self, node: int) -> None:
        """Compute what the meaning of a name needs, however far that leads."""
        needs = self._needs(node)
        if not needs:
            return
        kind, last, function = self.tree.kind, self.tree.last, self.scopes.function
        values, done, leaps, started = self.values, self.done, self.leaps, self.started
        pending = [(need, last[need]) for need in needs]
        started.update(needs)
        while pending:
            first, at = pending.pop()
            while at >= first:
                leap = leaps.get(at)
                if leap is not None and leap >= first - 1:
                    at = leap
                    continue
                # An excursion does not enter functions: it lands on them.
                inner = function[at]
                if inner > first and inner != at and function[first] != inner:
                    at = inner
                    continue
                if done[at]:
                    at -= 1
                    continue
                rule = RULES.get(kind[at])
                if rule is not None:
                    needs = self._unmet(at) if kind[at] in _NEEDING else []
                    if needs:
                        started.update(needs)
                        pending.append((first, at))
                        pending.extend((need, last[need]) for need in needs)
                        break
                    values[at] = rule(self, at)
                done[at] = 1
                at -= 1
            else:
                leaps[last[first]] = first - 1

    def _unmet(self, node: int) -> list[int]:
        """List what a node needs and no excursion has set out for."""
        return [need for need in self._needs(node) if need not in self.started]

    def _needs(self, node: int) -> list[int]:
        of_call = self.tree.kind[node] == "call_expression"
        return self.results.needs(node) if of_call else self.bindings.needs(node)

    # Operands.

    def of(self, node: int, role: str) -> Value:
        """Give the value of the child in a field."""
        child = self.tree.child(node, role)
        return self.values[child] if child >= 0 else None

    def arguments(self, node: int) -> list[Argument] | None:
        """List the arguments of a call or `new`; `None` for a template."""
        tree = self.tree
        listed = tree.child(node, "arguments")
        if listed < 0:
            return []
        if tree.kind[listed] != "arguments":
            return None
        return self.elements(listed)

    def elements(self, node: int) -> list[Argument]:
        """List arguments or elements; arrays that are spread are opened when they are known."""
        tree, values = self.tree, self.values
        found: list[Argument] = []
        for child in tree.children(node):
            if tree.kind[child] != "spread_element":
                found.append((child, values[child], False))
                continue
            inner = tree.children(child)
            value = values[inner[0]] if inner else None
            if isinstance(value, str):
                value = Arr(tuple(value))
            if isinstance(value, Inst) and value.of.startswith("list:"):
                value = Arr((element_of(value.of),), whole=False)
            if isinstance(value, Arr):
                found.extend((child, item, False) for item in value.items)
            if not isinstance(value, Arr) or not value.whole or len(found) > LARGEST:
                found.append((child, None, True))
            if len(found) > LARGEST:
                break
        return found
