"""How TILT says a fact: in one language, and never one that nobody has supplied."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from registers.company import Fact


@dataclass(slots=True)
class Voice:
    """Says facts in a language and notes the keys of those that are open.

    `mark` is what the pages show for an open fact.
    """

    lang: str
    mark: str
    open: list[str] = field(default_factory=list)

    def note(self, key: str) -> None:
        """Remember that a fact is open."""
        if key not in self.open:
            self.open.append(key)

    def words(self, key: str, fact: Fact) -> str:
        """Give a fact in words; "" where it is open."""
        if not fact:
            self.note(key)
            return ""
        return fact if isinstance(fact, str) else fact[self.lang]

    def marked(self, key: str, fact: Fact) -> str:
        """Give a fact in words, or the mark of the pages where the schema wants some."""
        return self.words(key, fact) or self.mark

    def optional(self, name: str, key: str, fact: Fact) -> dict[str, str]:
        """Give a property; none where the fact is open."""
        return {name: words} if (words := self.words(key, fact)) else {}
