"""Where every key of a TOML file stands: the syntax tree of tree-sitter-toml (TOML 1.0)."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Names of tables and keys, and indices of arrays, from the root of the file.
Key = tuple[str | int, ...]
#: Line and column, from 1; columns count characters.
Place = tuple[int, int]

_LANGUAGE = Language(tree_sitter_toml.language())


def of(raw: bytes) -> dict[Key, Place]:
    """Give the place of every key, table and entry of an array in a file that is TOML."""
    lines = raw.split(b"\n")

    def place(node: Node) -> Place:
        row, column = node.start_point
        return row + 1, len(lines[row][:column].decode("utf-8")) + 1

    found: dict[Key, Place] = {}
    for key, node in _keys(Parser(_LANGUAGE).parse(raw).root_node):
        found.setdefault(key, place(node))
    return found


def _keys(root: Node) -> Iterator[tuple[Key, Node]]:
    lengths: dict[Key, int] = {}  # of the arrays of tables so far

    def entered(names: Key) -> Key:
        """Go into the last entry of every array of tables on the way."""
        key: Key = ()
        for name in names:
            key = (*key, name)
            key = (*key, lengths[key] - 1) if key in lengths else key
        return key

    for node in _children(root):
        if node.type == "pair":
            yield from _pair((), node)
        elif node.type in {"table", "table_array_element"}:
            name, *pairs = _children(node)
            names = _names(name)
            if node.type == "table_array_element":
                array = (*entered(names[:-1]), names[-1])
                yield array, name
                lengths[array] = lengths.get(array, 0) + 1
            yield from _steps((), name, entered)
            for pair in pairs:
                yield from _pair(entered(names), pair)


def _pair(prefix: Key, node: Node) -> Iterator[tuple[Key, Node]]:
    name, value = _children(node)
    yield from _steps(prefix, name, lambda names: names)
    yield from _value((*prefix, *_names(name)), value)


def _value(key: Key, node: Node) -> Iterator[tuple[Key, Node]]:
    if node.type == "inline_table":
        for pair in _children(node):
            yield from _pair(key, pair)
    elif node.type == "array":
        for index, item in enumerate(_children(node)):
            yield (*key, index), item
            yield from _value((*key, index), item)


def _steps(prefix: Key, name: Node, entered: Callable[[Key], Key]) -> Iterator[tuple[Key, Node]]:
    """Give every table on the way of a dotted key, at the key's own place."""
    names = _names(name)
    for end in range(1, len(names) + 1):
        yield entered((*prefix, *names[:end])), name


def _names(node: Node) -> tuple[str, ...]:
    if node.type == "dotted_key":
        return tuple(name for child in _children(node) for name in _names(child))
    text = (node.text or b"").decode("utf-8")
    return tuple(tomllib.loads(f"{text} = 0"))


def _children(node: Node) -> list[Node]:
    return [child for child in node.named_children if child.type != "comment"]
