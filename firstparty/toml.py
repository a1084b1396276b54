"""TOML, read so that a message can say what is wrong, and where."""

from __future__ import annotations

import codecs
import re
import tomllib
from enum import Enum, auto
from typing import Any, Final

_PLACE: Final = re.compile(r"line (\d+), column (\d+)")
# More digits than Python reads (`sys.get_int_max_str_digits`).
_DIGITS: Final = re.compile(rb"[\d_]{4300,}")
_BRACKET: Final = re.compile(rb"[\[{]")


class Fault(Enum):
    """What keeps a text from being read as TOML."""

    ENCODING = auto()
    SYNTAX = auto()
    DIGITS = auto()
    BRACKETS = auto()


class BrokenTomlError(ValueError):
    """A text that is no TOML: why, and at which line and column, both from 1.

    `reason` has the words of the parser where the fault is one of syntax.
    """

    def __init__(self, fault: Fault, line: int, column: int = 1, reason: str = "") -> None:
        """Keep what a message needs."""
        super().__init__(f"{line}:{column}: {reason or fault.name.lower()}")
        self.fault, self.line, self.column, self.reason = fault, line, column, reason


def parse(raw: bytes) -> dict[str, Any]:
    """Read TOML 1.0, with or without a byte order mark; raises BrokenTomlError."""
    raw = raw.removeprefix(codecs.BOM_UTF8)  # some editors write one, TOML 1.0 knows none
    try:
        return tomllib.loads(raw.decode())
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BrokenTomlError(Fault.ENCODING, line) from error
    except tomllib.TOMLDecodeError as error:
        reason, line, column = _syntax_error(str(error), raw)
        raise BrokenTomlError(Fault.SYNTAX, line, column, reason) from error
    except ValueError as error:  # of `int`
        digits = _DIGITS.search(raw)
        line = raw.count(b"\n", 0, digits.start() if digits else 0) + 1
        raise BrokenTomlError(Fault.DIGITS, line) from error
    except RecursionError as error:
        depth = [len(_BRACKET.findall(text)) for text in raw.split(b"\n")]
        raise BrokenTomlError(Fault.BRACKETS, depth.index(max(depth)) + 1) from error


def _syntax_error(text: str, raw: bytes) -> tuple[str, int, int]:
    """Take `reason (at line 3, column 7)` apart, as `tomllib` writes it on every version."""
    reason, _, place = text.partition(" (at ")
    if found := _PLACE.search(place):
        return reason, int(found[1]), int(found[2])
    *before, last = raw.decode().rstrip().split("\n")  # "at end of document" has neither
    return reason, len(before) + 1, len(last) + 1
