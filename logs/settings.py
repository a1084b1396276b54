"""What the register said when the release was made: the file beside the program, read strictly."""

from __future__ import annotations

import codecs
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from logs.addresses import Prefixes

if TYPE_CHECKING:
    from pathlib import Path

#: Where the release puts it.
CONFIGURATION = "/usr/local/lib/firstparty/logs.toml"

#: What a configuration holds, and the least and the most that may stand there. The register never
#: keeps more of an address (`registers.processing.Anonymisation`), and neither does the program.
LIMITS = {"days": (2, 3660), "ipv4_prefix": (0, 24), "ipv6_prefix": (0, 48)}
OPTIONAL = {"suspension_days": (1, 3660)}
BEYOND_TOML = 2**63  # TOML 1.0, "Integer"; Python refuses to print much larger ones


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
        raw = path.read_bytes()
    except OSError as error:
        raise Refused(f"cannot read '{path}': {error.strerror}") from error
    raw = raw.removeprefix(codecs.BOM_UTF8)  # some editors write one, TOML 1.0 knows none
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise Refused(
            f"line {line} of '{path}' is not UTF-8; write it with `inv release`"
        ) from error
    return parse(text, str(path))


def parse(text: str, name: str = "logs.toml") -> Settings:
    """Read the text of a configuration."""
    entries = _entries(text, name)
    known = LIMITS | OPTIONAL
    if unknown := sorted(set(entries) - set(known)):
        raise Refused(f"'{name}' has an unknown key '{unknown[0]}'; keys: {', '.join(known)}")
    if missing := sorted(set(LIMITS) - set(entries)):
        raise Refused(f"'{name}' lacks '{missing[0]}'; write it with `inv release`")
    for key, value in entries.items():
        least, most = known[key]
        if type(value) is not int or not least <= value <= most:
            shown = "…" if isinstance(value, int) and abs(value) >= BEYOND_TOML else value
            raise Refused(f"'{key} = {shown}' in '{name}': give a number from {least} to {most}")
    return Settings(
        entries["days"],
        Prefixes(entries["ipv4_prefix"], entries["ipv6_prefix"]),
        entries.get("suspension_days"),
    )


def _entries(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refused(f"'{name}' is not TOML: {error}") from error
    except ValueError as error:  # of `int`
        raise Refused(
            f"a number in '{name}' has too many digits; write the file with `inv release`"
        ) from error
    except RecursionError as error:
        raise Refused(
            f"too many brackets in '{name}' stand in each other; write the file with `inv release`"
        ) from error
