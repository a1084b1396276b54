"""`logs.settings`: the file beside the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from logs import settings
from logs.addresses import Prefixes

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "days = 90\nipv4_prefix = 24\nipv6_prefix = 48\n"


def test_good(tmp_path: Path) -> None:
    """All numbers are read; without a longest suspension there is none."""
    path = tmp_path / "logs.toml"
    path.write_text(GOOD)
    assert settings.load(path) == settings.Settings(90, Prefixes(24, 48), None)
    path.write_text(f"{GOOD}suspension_days = 7\n")
    assert settings.load(path) == settings.Settings(90, Prefixes(24, 48), 7)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("days = ", "'logs.toml' is not TOML: Invalid value (at end of document)"),
        (
            f"{GOOD}day = 1\n",
            "'logs.toml' has an unknown key 'day'; "
            "keys: days, ipv4_prefix, ipv6_prefix, suspension_days",
        ),
        ("days = 90\n", "'logs.toml' lacks 'ipv4_prefix'; write it with `inv release`"),
        (
            GOOD.replace("24", "32"),
            "'ipv4_prefix = 32' in 'logs.toml': give a number from 0 to 24",
        ),
        (
            GOOD.replace("48", "'48'"),
            "'ipv6_prefix = 48' in 'logs.toml': give a number from 0 to 48",
        ),
        (GOOD.replace("90", "true"), "'days = True' in 'logs.toml': give a number from 2 to 3660"),
        (
            GOOD.replace("90", f"0x{'f' * 5000}"),
            "'days = …' in 'logs.toml': give a number from 2 to 3660",
        ),
        (
            GOOD.replace("90", "9" * 5000),
            "a number in 'logs.toml' has too many digits; write the file with `inv release`",
        ),
        (
            f"days = {'[' * 3000}",
            "too many brackets in 'logs.toml' stand in each other; "
            "write the file with `inv release`",
        ),
        (GOOD.replace("90", "1"), "'days = 1' in 'logs.toml': give a number from 2 to 3660"),
    ],
)
def test_bad(text: str, message: str) -> None:
    """A file that says anything else is refused: no program guesses how long to keep."""
    with pytest.raises(settings.Refused) as refusal:
        settings.parse(text)
    assert str(refusal.value) == message


@pytest.mark.parametrize(
    ("raw", "line"), [(GOOD.encode() + b"# \xff", 4), (GOOD.encode("utf-16"), 1)]
)
def test_not_utf_8(tmp_path: Path, raw: bytes, line: int) -> None:
    """A file in another encoding is refused, with the line of the first such byte."""
    path = tmp_path / "logs.toml"
    path.write_bytes(raw)
    with pytest.raises(settings.Refused) as refusal:
        settings.load(path)
    assert str(refusal.value) == (
        f"line {line} of '{path}' is not UTF-8; write it with `inv release`"
    )


def test_a_byte_order_mark(tmp_path: Path) -> None:
    """What some editors write before the text changes nothing."""
    path = tmp_path / "logs.toml"
    path.write_text(f"\ufeff{GOOD}", encoding="utf-8")
    assert settings.load(path) == settings.Settings(90, Prefixes(24, 48), None)


def test_missing(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(settings.Refused) as refusal:
        settings.load(tmp_path / "logs.toml")
    assert str(refusal.value) == f"cannot read '{tmp_path}/logs.toml': No such file or directory"
