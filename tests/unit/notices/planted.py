"""A defect planted in the settled small site, and everything that one rule says about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from messages import speaking
from tests.unit.notices import small_corpus
from tests.unit.pipeline.failures import PRIVACY, edit

if TYPE_CHECKING:
    from pathlib import Path

    from notices.rules.rule import Rule
    from tests.unit.pipeline.failures import Change

ENGLISH = "content/legal/privacy.en.md"
LEDGER = "content/legal/ledger.toml"
REGISTER = "processing.toml"


@dataclass(frozen=True)
class Planted:
    """A defect, the rule that judges it, and what that says, line by line; nothing if sound.

    `says_german` is what it says to an editor who reads German.
    """

    fact: str
    rule: Rule
    changes: tuple[Change, ...]
    says: tuple[str, ...] = ()
    says_german: tuple[str, ...] = ()

    def said(self, root: Path, lang: str = "en") -> tuple[str, ...]:
        """Plant the defect below `root` and give what the rule says in a language."""
        gathered = small_corpus.of(root, *self.changes)
        with speaking(lang):
            return tuple(small_corpus.said(self.rule, gathered))


def german(words: str) -> Change:
    """Let the clause on cookies, in line 20 from column 4 on, say this in German."""
    return edit(PRIVACY, "Die Tabelle nennt jedes Cookie.", words)


def english(words: str) -> Change:
    """Let the clause on cookies, in line 20 from column 4 on, say this in English."""
    return edit(ENGLISH, "The table names every cookie.", words)
