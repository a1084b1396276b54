"""How a failure is written down: a defect, and everything the build says about it.

Each defect is planted into a copy of `small_site`; the expected lines are those of its texts.
The failures stand in `defects/`, a file for each subject.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.unit.pipeline import small_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Change = Callable[[Path], object]

PRIVACY = "content/legal/privacy.de.md"
HOME = "content/pages/home.de.md"


@dataclass(frozen=True)
class Said:
    """One line: its place, its rule, and its words in each of the editor's languages."""

    place: str
    rule: str
    english: str
    german: str

    def line(self, lang: str) -> str:
        """Write the line as the terminal has it."""
        return f"{self.place}: {self.german if lang == 'de' else self.english} ({self.rule})"


def at(place: str, rule: str, english: str, german: str) -> Said:
    """Write a line of an entry."""
    return Said(place, rule, english, german)


@dataclass(frozen=True)
class Failure:
    """A defect, how to plant it below a root, and what is said about it, line by line."""

    fact: str
    plant: Change
    says: tuple[Said, ...]


def failure(fact: str, plant: Change, *says: Said) -> Failure:
    """Write an entry of the table."""
    return Failure(fact, plant, says)


def edit(name: str, old: str, new: str) -> Change:
    """Write `new` for `old`, which stands there exactly once."""

    def change(root: Path) -> None:
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"'{old}' stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


def put(name: str, content: str | bytes) -> Change:
    """Write a file."""

    def change(root: Path) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return change


def remove(name: str) -> Change:
    """Take a file away."""
    return lambda root: (root / name).unlink()


def rename(name: str, new: str) -> Change:
    """Give a file another name."""
    return lambda root: (root / name).rename(root / new)


def both(*changes: Change) -> Change:
    """Plant several defects, in this order."""

    def change(root: Path) -> None:
        for one in changes:
            one(root)

    return change


def own_theme(root: Path) -> None:
    """Let a defect be planted in the theme."""
    (root / "theme").unlink()
    shutil.copytree(small_site.ROOT / "theme", root / "theme")


def plugin(name: str, source: str) -> Change:
    """Name one more plugin in the settings, and write it."""
    return both(
        put(f"{name}.py", source),
        edit("pelicanconf.py", '"plugins.guard",', f'"plugins.guard", "{name}",'),
    )
