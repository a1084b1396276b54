"""TOML with the line and column of every key, so that a message can point at it."""

from __future__ import annotations

import codecs
import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

from pydantic import BaseModel, ValidationError

from firstparty import toml
from firstparty.model import Finding, Location, Severity
from firstparty.toml import BrokenTomlError, Fault
from messages import say, unreadable
from registers import complaints, positions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from registers.positions import Key

Model = TypeVar("Model", bound=BaseModel)

#: What neither XML 1.0 (section 2.2) nor anybody's eye takes for a character.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")

# A value that begins like a day or ends like a year, as people write them.
_DATE = re.compile(r"=\s*(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})\b")


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
        super().__init__("\n".join(map(str, findings)))
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
    line = column = 1
    try:
        raw = path.read_bytes().removeprefix(codecs.BOM_UTF8)
        return Source(name, toml.parse(raw), positions.of(raw))
    except FileNotFoundError as error:
        cause: Exception = error
        message = say("the register is missing; restore it from the history of the repository")
    except OSError as error:
        cause, message = error, unreadable(error)
    except BrokenTomlError as error:
        cause, line, column = error, error.line, error.column
        message = _wrong(error, raw)
    raise RegisterError((_broken(name, message, line, column),)) from cause


def _wrong(error: BrokenTomlError, raw: bytes) -> str:
    match error.fault:
        case Fault.ENCODING:
            return say("a character is not UTF-8; save the file as UTF-8")
        case Fault.DIGITS:
            return say("a number here has thousands of digits; shorten it")
        case Fault.BRACKETS:
            return say("the brackets are nested too deeply here; take some away")
        case Fault.SYNTAX:
            if date := _unquoted_date(raw, error.line):
                return say(
                    "'{date}' is no date; write a day that exists, like 2026-11-24", date=date
                )
            return say(
                "this is not TOML: {reason}; look at the quotation marks and brackets here",
                reason=error.reason,
            )


def load(path: Path, root: Path, model: type[Model]) -> tuple[Source, Model]:
    """Read a register into its type; raise `RegisterError` with every wrong key at once."""
    source = read(path, root)
    if unprintable := tuple(_unprintable(source, source.data, ())):
        raise RegisterError(unprintable)
    try:
        value = model.model_validate(source.data)
    except ValidationError as error:
        raise RegisterError(tuple(complaints.explain(source, error.errors(), model))) from error
    if dangling := tuple(_dangling(source, value)):
        raise RegisterError(dangling)
    return source, value


def _unprintable(source: Source, value: object, key: Key) -> Iterator[Finding]:
    """Name every value, or name of one, that holds what nobody can see or print."""
    entries: Iterable[tuple[str | int, object]] = ()
    if isinstance(value, dict):
        entries = value.items()
    elif isinstance(value, list):
        entries = enumerate(value)
    found = CONTROL.search(value) if isinstance(value, str) else None
    if found := found or (CONTROL.search(str(key[-1])) if key else None):
        message = say(
            "'{key}' holds the control character {code}; take it out",
            key=CONTROL.sub("\N{REPLACEMENT CHARACTER}", ".".join(map(str, key))),
            code=code(found[0]),
        )
        yield source.finding(key, "control-character", message, code(found[0]))
        return
    for name, entry in entries:
        yield from _unprintable(source, entry, (*key, name))


def code(character: str) -> str:
    """Name a character that cannot be printed: `U+000B`."""
    return f"U+{ord(character):04X}"


def _dangling(source: Source, value: BaseModel) -> Iterator[Finding]:
    """Name every reference to an entry that is not there, for a type that knows its references."""
    if isinstance(value, Linked):
        for key, entry, table, known in value.references():
            if entry not in known:
                message = say(
                    "'{entry}' is no entry of [{table}]; known are {known}",
                    entry=entry,
                    table=table,
                    known=", ".join(sorted(known)),
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


def _unquoted_date(raw: bytes, line: int) -> str:
    """Give what stands as a date on a line that is no TOML and is none, or ""."""
    match = _DATE.search(raw.decode("utf-8").split("\n")[line - 1])
    return match[1] if match and not _is_day(match[1]) else ""


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True
