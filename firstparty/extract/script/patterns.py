"""What destructuring takes apart, and into what (ECMA-262, 13.15.5 and 14.3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.extract.script.literals import unescape
from firstparty.extract.script.scopes import NAMES, Write

if TYPE_CHECKING:
    from collections.abc import Callable

    from firstparty.extract.script.tree import Tree

Target = tuple[int, Write | None]
"""A name or property, or a pattern inside another one, and what it gets."""
_DEEPEST: Final = 32
"""So many steps of a pattern are followed."""
_RESTS: Final = frozenset({"rest_pattern", "spread_element"})
_WITH_DEFAULT: Final = frozenset(
    {"assignment_expression", "assignment_pattern", "object_assignment_pattern"}
)


class Patterns:
    """Takes the patterns of one script apart."""

    def __init__(self, tree: Tree, computed: list[tuple[int, Write]]) -> None:
        self.tree = tree
        self.computed = computed
        """Where computed keys are noted, with what they take a part of."""
        self.opening: Final[dict[str, Callable[[int, Write | None], list[Target]]]] = {
            "array": self._elements,
            "array_pattern": self._elements,
            "object": self._properties,
            "object_pattern": self._properties,
            "parenthesized_expression": self._inner,
        }

    def targets(self, node: int, write: Write | None) -> list[Target]:
        """List the targets of a pattern with what each of them gets."""
        kind = self.tree.kind
        found: list[Target] = []
        pending: list[Target] = [(node, write)]
        while pending:
            at, given = pending.pop()
            if kind[at] in self.opening:
                pending.extend(self.opening[kind[at]](at, given))
            elif kind[at] not in _WITH_DEFAULT:
                found.append((at, given))
            elif kind[self.tree.child(at, "left")] in NAMES:
                left, right = self.tree.child(at, "left"), self.tree.child(at, "right")
                found += [(left, given), (left, Write("default", right))]
            else:  # of a pattern inside that has a default, nothing is known
                pending.append((self.tree.child(at, "left"), Write("lost")))
        return found

    def _inner(self, node: int, given: Write | None) -> list[Target]:
        return [(child, given) for child in self.tree.children(node)]

    def _properties(self, node: int, given: Write | None) -> list[Target]:
        tree, kind = self.tree, self.tree.kind
        found: list[Target] = []
        for child in tree.children(node):
            name = kind[child]
            if name in {"pair_pattern", "pair"}:
                key = self._key(tree.child(child, "key"))
                if key is None and given is not None:
                    self.computed.append((tree.child(child, "key"), given))
                found.append((tree.child(child, "value"), _into(given, key)))
            elif name == "object_assignment_pattern":
                left = tree.child(child, "left")
                found.append((child, _into(given, self._key(left))))
            elif name in _RESTS:
                found.extend((inner, given) for inner in tree.children(child))
            elif name in NAMES:
                found.append((child, _into(given, self._key(child))))
        return found

    def _elements(self, node: int, given: Write | None) -> list[Target]:
        tree, kind = self.tree, self.tree.kind
        found: list[Target] = []
        place = 0
        for child in tree.children(node):
            if kind[child] == ",":
                place += 1
            elif kind[child] in _RESTS:
                found.extend((inner, Write("lost")) for inner in tree.children(child))
            else:
                found.append((child, _into(given, place)))
        return found

    def _key(self, node: int) -> str | None:
        tree = self.tree
        if tree.kind[node] == "string":
            return unescape(tree.text(node)[1:-1])
        if tree.kind[node] in {"computed_property_name", "number"}:
            return None
        return unescape(tree.text(node))


def _into(write: Write | None, key: str | int | None) -> Write | None:
    """Go one step into what a pattern takes apart."""
    if write is None:
        return None
    if write.how in {"lost", "default"} or key is None or len(write.path) > _DEEPEST:
        return Write("lost")
    return Write(write.how, write.node, (*write.path, key))
