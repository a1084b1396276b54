"""What the commands for legal texts share: who does it, when, and how they refuse."""

from __future__ import annotations

import difflib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from messages import say
from registers import ledger, source

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping


class CannotDoError(Exception):
    """A command that does nothing; its text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who runs a command, and on which day."""

    by: str
    day: dt.date


def known(name: str, names: Collection[str], what: str) -> str:
    """Give a name that is known; else raise `CannotDoError` with the nearest one."""
    if name in names:
        return name
    near = difflib.get_close_matches(name, names, 1, 0.5)
    if near:
        raise CannotDoError(
            say(
                "there is no {what} '{name}'; did you mean '{near}'?",
                what=what,
                name=name,
                near=near[0],
            )
        )
    raise CannotDoError(
        say(
            "there is no {what} '{name}'; known are {names}",
            what=what,
            name=name,
            names=", ".join(sorted(names)),
        )
    )


def write_files(root: Path, files: Mapping[str, str]) -> None:
    """Write all files or none: the ledger must still be one, and each file comes whole.

    Raises `CannotDoError` when the changed ledger would not be read any more.
    """
    if ledger.FILE in files:
        _judge(files[ledger.FILE])
    ready = []
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(made).chmod(0o644)
        ready.append((Path(made), path))
    for made_path, path in ready:
        made_path.replace(path)


def _judge(text: str) -> None:
    """Read the ledger as it would be, in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / ledger.FILE
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        try:
            source.load(path, Path(folder), ledger.Ledger)
        except source.RegisterError as error:
            raise CannotDoError("\n".join(map(str, error.findings))) from error
