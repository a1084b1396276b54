"""A JavaScript syntax tree, flattened into arrays.

tree-sitter's own nodes cost a call for every question.
One pass with a cursor copies what the analysis asks for into flat arrays in document order,
where the descendants of node `i` are exactly the nodes `i + 1 … last[i]`.
Nothing here recurses, so nesting is limited by memory alone.
"""

from __future__ import annotations

import time
from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import tree_sitter_javascript
from tree_sitter import Language, Parser

if TYPE_CHECKING:
    from tree_sitter import Node

LANGUAGE: Final = Language(tree_sitter_javascript.language())
NAMED: Final = {
    number: LANGUAGE.node_kind_for_id(number) or ""
    for number in range(LANGUAGE.node_kind_count)
    if LANGUAGE.node_kind_is_named(number)
} | {0xFFFF: "ERROR"}
TOKENS: Final = {
    number: LANGUAGE.node_kind_for_id(number) or ""
    for number in range(LANGUAGE.node_kind_count)
    if number not in NAMED
}
FIELDS: Final = (
    "",
    *(LANGUAGE.field_name_for_id(n + 1) or "" for n in range(LANGUAGE.field_count)),
)

LONGEST_SCRIPT: Final = 8_000_000
"""So many bytes are read; the tree takes about eighty times as much memory."""
PATIENCE: Final = 4.0
"""So many seconds of computing a script may take to parse, and once more for each megabyte;
real scripts take a twentieth of that."""
_CHUNK: Final = 65_536
KEPT_TOKENS: Final = frozenset({"async", "*", "get", "set", "static", "await", "default"})
"""Unnamed tokens that matter although they have no field."""
OPAQUE: Final = frozenset({"string", "regex", "comment", "html_comment", "number"})
"""Nodes that are read from their text; their children say nothing more."""
LISTS: Final = frozenset({"array", "array_pattern"})
"""Nodes whose commas matter, because of holes."""


@dataclass(slots=True)
class Tree:
    """The flattened tree. All offsets are bytes of the UTF-8 source."""

    raw: str
    """The UTF-8 bytes of the source, one character a byte, so that slices are cheap."""
    ascii: bool
    kind: list[str] = field(default_factory=list)
    role: list[str] = field(default_factory=list)
    """The field of its parent that each node fills, or nothing."""
    start: array[int] = field(default_factory=lambda: array("l"))
    end: array[int] = field(default_factory=lambda: array("l"))
    parent: array[int] = field(default_factory=lambda: array("l"))
    last: array[int] = field(default_factory=lambda: array("l"))
    """The last descendant of each node, in document order."""
    error: tuple[int, int] | None = None
    """Start and end of the first thing that the grammar does not know."""

    def text(self, node: int) -> str:
        """Give the source text of a node."""
        return self.slice(self.start[node], self.end[node])

    def slice(self, start: int, end: int) -> str:
        """Give the source between two offsets."""
        text = self.raw[start:end]
        return text if self.ascii else text.encode("latin-1").decode("utf-8", "replace")

    def children(self, node: int) -> list[int]:
        """List the children of a node that were kept, comments left out."""
        found = []
        last, at, kind = self.last, node + 1, self.kind
        end = last[node]
        while at <= end:
            if kind[at] != "comment":
                found.append(at)
            at = last[at] + 1
        return found

    def child(self, node: int, name: str) -> int:
        """Give the first child in a field, or -1."""
        last, at, roles = self.last, node + 1, self.role
        end = last[node]
        while at <= end:
            if roles[at] == name and self.kind[at] != "comment":
                return at
            at = last[at] + 1
        return -1

    def has_token(self, node: int, token: str) -> bool:
        """Say whether a node has a kept token among its children."""
        return any(self.kind[child] == token for child in self.children(node))


def parse(source: str) -> Tree:
    """Parse a script.

    Surrogates that stand alone cannot be written in UTF-8 and become U+FFFD, as in a browser.
    What is too long, or costs the parser out of proportion, comes back as one error.
    """
    data = source.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()
    tree = Tree(raw=data.decode("latin-1"), ascii=data.isascii())
    root = _parse(data) if len(data) <= LONGEST_SCRIPT else None
    if root is None:
        tree.kind.append("program")
        tree.role.append("")
        for places, place in zip(
            (tree.start, tree.end, tree.parent, tree.last), (0, len(data), -1, 0), strict=True
        ):
            places.append(place)
        tree.error = 0, len(data)
        return tree
    _flatten(tree, root)
    if root.has_error:
        tree.error = _first_error(root)
    return tree


def _parse(data: bytes) -> Node | None:
    """Let tree-sitter parse, unless that takes far longer than it ever does.

    Its recovery from some errors (`/[/[/[…`) is quadratic, and can be stopped from outside only.
    """
    end = time.thread_time() + PATIENCE * (1 + len(data) / 1_000_000)
    try:
        parsed = Parser(LANGUAGE).parse(
            lambda at, _: data[at : at + _CHUNK],
            progress_callback=lambda _, __: time.thread_time() > end,
        )
    except ValueError:
        return None
    return parsed.root_node


def _flatten(tree: Tree, root: Node) -> None:
    cursor = root.walk()
    down, across, up = cursor.goto_first_child, cursor.goto_next_sibling, cursor.goto_parent
    kinds, roles, starts, ends = tree.kind, tree.role, tree.start, tree.end
    parents, lasts = tree.parent, tree.last
    above: list[int] = []
    parent = -1
    while True:
        node = cursor.node
        number = node.kind_id  # type: ignore[union-attr]  # a cursor in a tree has a node
        named = number in NAMED
        name = NAMED[number] if named else TOKENS[number]
        role = cursor.field_id
        kept = named or role or name in KEPT_TOKENS or (name == "," and kinds[parent] in LISTS)
        if kept:
            here = len(kinds)
            kinds.append(name)
            roles.append(FIELDS[role] if role else "")
            starts.append(node.start_byte)  # type: ignore[union-attr]
            ends.append(node.end_byte)  # type: ignore[union-attr]
            parents.append(parent)
            lasts.append(here)
            if named and name not in OPAQUE and down():
                above.append(parent)
                parent = here
                continue
        while not across():
            if not above or not up():
                return
            lasts[parent] = len(kinds) - 1
            parent = above.pop()


def _first_error(root: Node) -> tuple[int, int]:
    """Find the first ERROR or MISSING node without looking into sound subtrees."""
    pending = [root]
    while pending:
        node = pending.pop()
        if node.is_error or node.is_missing:
            return node.start_byte, node.end_byte
        pending.extend(child for child in reversed(node.children) if child.has_error)
    return root.start_byte, root.end_byte
