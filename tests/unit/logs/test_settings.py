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
        (GOOD.replace("90", "1"), "'days = 1' in 'logs.toml': give a number from 2 to 3660"),
    ],
)
def test_bad(text: str, message: str) -> None:
    """A file that says anything else is refused: no program guesses how long to keep."""
    with pytest.raises(settings.Refused) as refusal:
        settings.parse(text)
    assert str(refusal.value) == message


def test_missing(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(settings.Refused) as refusal:
        settings.load(tmp_path / "logs.toml")
    assert str(refusal.value) == f"cannot read '{tmp_path}/logs.toml': No such file or directory"
