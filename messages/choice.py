"""Which language an editor reads: `--lang de`, or else the one that the terminal speaks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from messages import LANGUAGES

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

#: Where POSIX systems name the language of messages (XBD, section 8.2): the first that is set.
_NAMED = ("LC_ALL", "LC_MESSAGES", "LANG")


def add_option(parser: argparse.ArgumentParser) -> None:
    """Let a command be told in which language to speak, as `options.lang`."""
    parser.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=preferred(os.environ),
        help="the language of what is said; else that of the terminal",
    )


def preferred(environment: Mapping[str, str]) -> str:
    """Give the language where nobody named one: English in a CI, whose logs many people read."""
    if environment.get("CI"):
        return "en"
    named = next((environment[name] for name in _NAMED if environment.get(name)), "")
    return next((lang for lang in LANGUAGES if named.startswith(lang)), "en")
