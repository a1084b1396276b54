"""What the register said when the release was made: the file beside the program, read strictly."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from logs.addresses import Prefixes

if TYPE_CHECKING:
    from pathlib import Path

#: Where the release puts it.
CONFIGURATION = "/usr/local/lib/firstparty/logs.toml"

#: What a configuration holds, and the least and the most that may stand there. The register never
#: keeps more of an address (`registers.processing.Anonymisation`), and neither does the program.
LIMITS = {"days": (2, 3660), "ipv4_prefix": (0, 24), "ipv6_prefix": (0, 48)}
OPTIONAL = {"suspension_days": (1, 3660)}


class Refused(Exception):  # noqa: N818 - it is an answer, not a defect
    """What cannot be done, and why, in one sentence for the person who asked."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The period in days, what is kept of an address, and the longest suspension in days."""

    days: int
    keep: Prefixes
    suspension_days: int | None = None


def load(path: Path) -> Settings:
    """Read a configuration; raise `Refused` where a number is missing, unknown or out of bounds."""
    try:
        return parse(path.read_text(encoding="utf-8"), str(path))
    except OSError as error:
        raise Refused(f"cannot read '{path}': {error.strerror}") from error


def parse(text: str, name: str = "logs.toml") -> Settings:
    """Read the text of a configuration."""
    try:
        entries = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refused(f"'{name}' is not TOML: {error}") from error
    known = LIMITS | OPTIONAL
    if unknown := sorted(set(entries) - set(known)):
        raise Refused(f"'{name}' has an unknown key '{unknown[0]}'; keys: {', '.join(known)}")
    if missing := sorted(set(LIMITS) - set(entries)):
        raise Refused(f"'{name}' lacks '{missing[0]}'; write it with `inv release`")
    for key, value in entries.items():
        least, most = known[key]
        if type(value) is not int or not least <= value <= most:
            raise Refused(f"'{key} = {value}' in '{name}': give a number from {least} to {most}")
    return Settings(
        entries["days"],
        Prefixes(entries["ipv4_prefix"], entries["ipv6_prefix"]),
        entries.get("suspension_days"),
    )
