"""TOML with the line and column of every key, so that a message can point at it.

Values come from `tomllib`; positions from the syntax tree of tree-sitter-toml (TOML 1.0).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

import tree_sitter_toml
from pydantic import BaseModel, ValidationError
from tree_sitter import Language, Node, Parser

from firstparty.model import Finding, Location, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from pydantic_core import ErrorDetails

Key = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)

_LANGUAGE = Language(tree_sitter_toml.language())


@runtime_checkable
class Linked(Protocol):
    """A register whose entries refer to each other."""

    def references(self) -> Iterator[tuple[Key, str, str, Collection[str]]]:
        """Give key, the entry named there, the table that should hold it, the entries it has."""


class RegisterError(Exception):
    """A register that cannot be read; `findings` says where and why."""

    exitcode = 1

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Keep the findings, one per wrong place."""
        super().__init__("\n".join(f.message for f in findings))
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Source:
    """One register as it was written: its values, and where each key stands."""

    name: str
    data: dict[str, Any]
    positions: dict[Key, tuple[int, int]]

    def position(self, key: Key) -> tuple[int, int]:
        """Line and column, from 1, of a key, or of the nearest table around it."""
        while key and key not in self.positions:
            key = key[:-1]
        return self.positions.get(key, (1, 1))

    def finding(self, key: Key, rule: str, message: str, evidence: str = "") -> Finding:
        """Object to one key."""
        line, column = self.position(key)
        return Finding(
            rule=rule,
            severity=Severity.ERROR,
            message=message,
            evidence=evidence or ".".join(map(str, key)),
            location=Location(self.name, line, column),
        )


def read(path: Path, root: Path) -> Source:
    """Read a register, named by its path from `root`; raise `RegisterError` when it is no TOML."""
    name = path.relative_to(root).as_posix()
    try:
        raw = path.read_bytes()
        data = tomllib.loads(raw.decode("utf-8"))
    except FileNotFoundError as error:
        message = "the register is missing; restore it from the history of the repository"
        raise RegisterError((_broken(name, message, 1, 1),)) from error
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        message = "a character is not UTF-8; save the file as UTF-8"
        raise RegisterError((_broken(name, message, line, 1),)) from error
    except tomllib.TOMLDecodeError as error:
        reason, line, column = _syntax_error(str(error), raw)
        message = f"this is not TOML: {reason}; look at the quotation marks and brackets here"
        raise RegisterError((_broken(name, message, line, column),)) from error
    return Source(name, data, dict(_positions(Parser(_LANGUAGE).parse(raw).root_node)))


def load(path: Path, root: Path, model: type[Model]) -> tuple[Source, Model]:
    """Read a register into its type; raise `RegisterError` with every wrong key at once."""
    source = read(path, root)
    try:
        value = model.model_validate(source.data)
    except ValidationError as error:
        findings = tuple(_explain(source, detail) for detail in error.errors())
        raise RegisterError(findings) from error
    if dangling := tuple(_dangling(source, value)):
        raise RegisterError(dangling)
    return source, value


def _dangling(source: Source, value: BaseModel) -> Iterator[Finding]:
    """Name every reference to an entry that is not there, for a type that knows its references."""
    if isinstance(value, Linked):
        for key, entry, table, known in value.references():
            if entry not in known:
                message = (
                    f"'{entry}' is no entry of [{table}]; known are {', '.join(sorted(known))}"
                )
                yield source.finding(key, "unknown-entry", message, entry)


def _broken(name: str, message: str, line: int, column: int) -> Finding:
    return Finding(
        rule="unreadable-register",
        severity=Severity.ERROR,
        message=message,
        evidence=name,
        location=Location(name, line, column),
    )


def _syntax_error(text: str, raw: bytes) -> tuple[str, int, int]:
    """Take `reason (at line 3, column 7)` apart, as `tomllib` writes it on every version."""
    reason, _, place = text.partition(" (at ")
    numbers = [
        int(word) for word in place.replace(",", " ").replace(")", " ").split() if word.isdigit()
    ]
    if len(numbers) == 2:  # noqa: PLR2004 - line and column; "at end of document" has neither
        return reason, numbers[0], numbers[1]
    return reason, raw.count(b"\n") + 1, 1


def _explain(source: Source, detail: ErrorDetails) -> Finding:
    """One sentence for an editor from one of pydantic's errors."""
    key = _walk(source.data, detail["loc"])
    name = ".".join(map(str, detail["loc"]))
    if detail["type"] == "extra_forbidden":
        message = f"unknown key '{name}'; remove it or correct its spelling"
        return source.finding(key, "unknown-key", message)
    if detail["type"] == "missing":
        message = f"missing key '{name}'; add it, with \"\" as its value while nobody knows it"
        return source.finding(key, "missing-key", message, name)
    reason = detail["msg"].removeprefix("Value error, ")
    reason = reason[:1].lower() + reason[1:]
    message = f"'{name}' is {detail['input']!r}: {reason}; correct the value"
    return source.finding(key, "wrong-value", message)


def _walk(data: object, loc: tuple[str | int, ...]) -> Key:
    """Give the part of pydantic's location that is a key; it adds names of types for unions."""
    found: list[str | int] = []
    for part in loc:
        if isinstance(data, dict) and part in data:
            data = data[str(part)]
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            break
        found.append(part)
    return tuple(found)


def _positions(root: Node) -> Iterator[tuple[Key, tuple[int, int]]]:
    arrays: dict[Key, int] = {}
    for node in root.named_children:
        if node.type == "pair":
            yield from _pair((), node)
        elif node.type in {"table", "table_array_element"}:
            name = node.named_children[0]
            key: Key = _key(name)
            if node.type == "table_array_element":
                arrays[key] = arrays.get(key, -1) + 1
                key = (*key, arrays[key])
            yield key, _point(name)
            for child in node.named_children[1:]:
                if child.type == "pair":
                    yield from _pair(key, child)


def _pair(prefix: Key, node: Node) -> Iterator[tuple[Key, tuple[int, int]]]:
    name, *values = (child for child in node.named_children if child.type != "comment")
    key = (*prefix, *_key(name))
    yield key, _point(name)
    for value in values:
        if value.type == "inline_table":
            for child in value.named_children:
                if child.type == "pair":
                    yield from _pair(key, child)
        elif value.type == "array":
            items = [child for child in value.named_children if child.type != "comment"]
            yield from (((*key, index), _point(item)) for index, item in enumerate(items))


def _key(node: Node) -> tuple[str, ...]:
    if node.type == "dotted_key":
        return tuple(part for child in node.named_children for part in _key(child))
    text = (node.text or b"").decode("utf-8")
    return (text.strip("\"'") if node.type == "quoted_key" else text,)


def _point(node: Node) -> tuple[int, int]:
    return node.start_point.row + 1, node.start_point.column + 1
