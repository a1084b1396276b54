"""Reads the colours of `theme/palette.toml`."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

FILE = Path(__file__).parent.parent / "theme" / "palette.toml"
SCHEMES = ("light", "dark")
#: What the maps and the icons are drawn in; the page has more.
ROLES = (
    *("paper", "accent", "map-sea", "map-land", "map-home"),
    *("map-border", "map-grid", "map-river", "map-label", "map-mark"),
)
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")

RESTORE = "restore it from the history of the repository"

Palette = Mapping[str, str]  # role → #rrggbb


class CannotDrawError(Exception):
    """What a picture is drawn from cannot be read; the message is one sentence."""


def read(path: Path = FILE) -> dict[str, Palette]:
    """Return the colours by scheme and role.

    Raises `CannotDrawError` where the file, a scheme or a colour of a map is missing or wrong.
    """
    try:
        found = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise CannotDrawError(f"{path}: {error.strerror}; {RESTORE}") from error
    except (ValueError, RecursionError) as error:
        raise CannotDrawError(f"{path}: this is not TOML: {error}; {RESTORE}") from error
    for scheme in SCHEMES:
        colours = found.get(scheme)
        if not isinstance(colours, dict):
            raise CannotDrawError(f"{path}: there is no table [{scheme}]; add it")
        for role in ROLES:
            if not COLOUR.fullmatch(str(colours.get(role))):
                raise CannotDrawError(
                    f"{path}: '{role}' of [{scheme}] is no colour; write it like \"#fbf8f0\""
                )
    return found
