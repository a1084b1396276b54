"""What the operator has not supplied: every "" in a register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firstparty.model import Finding, Location, Severity
from messages import say
from registers import company, ledger, processing, source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from registers.positions import Key


def findings(root: Path) -> tuple[Finding, ...]:
    """Name every open gap with its file and line; notes, because a preview may have them."""
    return tuple(
        Finding(
            rule="open-gap",
            severity=Severity.NOTE,
            message=say(
                "'{key}' has no value; the operator has to supply it", key=".".join(map(str, key))
            ),
            evidence=".".join(map(str, key)),
            location=Location(read.name, *read.position(key)),
        )
        for name in (company.FILE, processing.FILE, ledger.FILE)
        for read in (source.read(root / name, root),)
        for key in _empty(read.data, ())
    )


def _empty(value: object, key: Key) -> Iterator[Key]:
    if value == "":
        yield key
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _empty(item, (*key, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _empty(item, (*key, index))
