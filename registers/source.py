"""TOML with the line and column of every key, so that a message can point at it."""

from __future__ import annotations

import codecs
import datetime as dt
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

from pydantic import BaseModel, ValidationError

from firstparty.model import Finding, Location, Severity
from messages import say
from registers import complaints, positions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from registers.positions import Key

Model = TypeVar("Model", bound=BaseModel)

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
        raw = raw.removeprefix(codecs.BOM_UTF8)  # some editors write one, TOML 1.0 knows none
        data = tomllib.loads(raw.decode("utf-8"))
    except FileNotFoundError as error:
        message = say("the register is missing; restore it from the history of the repository")
        raise RegisterError((_broken(name, message, 1, 1),)) from error
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        message = say("a character is not UTF-8; save the file as UTF-8")
        raise RegisterError((_broken(name, message, line, 1),)) from error
    except tomllib.TOMLDecodeError as error:
        reason, line, column = _syntax_error(str(error), raw)
        message = say(
            "this is not TOML: {reason}; look at the quotation marks and brackets here",
            reason=reason,
        )
        if date := _unquoted_date(raw, line):
            message = say(
                "'{date}' is no date; write a day that exists, like 2026-11-24", date=date
            )
        raise RegisterError((_broken(name, message, line, column),)) from error
    return Source(name, data, positions.of(raw))


def load(path: Path, root: Path, model: type[Model]) -> tuple[Source, Model]:
    """Read a register into its type; raise `RegisterError` with every wrong key at once."""
    source = read(path, root)
    try:
        value = model.model_validate(source.data)
    except ValidationError as error:
        raise RegisterError(tuple(complaints.explain(source, error.errors(), model))) from error
    if dangling := tuple(_dangling(source, value)):
        raise RegisterError(dangling)
    return source, value


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


def _syntax_error(text: str, raw: bytes) -> tuple[str, int, int]:
    """Take `reason (at line 3, column 7)` apart, as `tomllib` writes it on every version."""
    reason, _, place = text.partition(" (at ")
    numbers = [
        int(word) for word in place.replace(",", " ").replace(")", " ").split() if word.isdigit()
    ]
    if len(numbers) == 2:  # noqa: PLR2004 - line and column; "at end of document" has neither
        return reason, numbers[0], numbers[1]
    *before, last = raw.decode("utf-8").rstrip().split("\n")
    return reason, len(before) + 1, len(last) + 1


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
