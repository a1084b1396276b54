"""What changed between two kept texts, clause by clause and word by word."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from notices.passages import TOP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.kept import Kept

#: So many words stay before and after a change; what lies between two changes is cut.
CONTEXT: Final = 8
CUT: Final = "…"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, came or went."""

    what: Literal["same", "removed", "added"]
    words: str


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """One clause that changed; `id` is "" for the beginning of the text."""

    id: str
    title: str
    what: Literal["changed", "added", "removed"]
    pieces: tuple[Piece, ...]


def changes(before: Kept, after: Kept) -> tuple[ClauseChange, ...]:
    """Give the clauses that differ, in the newer order; what is gone stands where it stood."""
    return tuple(_changed(before, after))


def _changed(before: Kept, after: Kept) -> Iterator[ClauseChange]:
    titles = {**before.titles, **after.titles}
    order = [*after.words]
    for identity in before.words:
        if identity not in after.words:
            earlier = [*before.words][: [*before.words].index(identity)]
            at = max((order.index(other) for other in earlier if other in order), default=-1)
            order.insert(at + 1, identity)
    for identity in order:
        old, new = before.words.get(identity, ""), after.words.get(identity, "")
        if old == new:
            continue
        what: Literal["changed", "added", "removed"] = "changed"
        if identity not in before.words:
            what = "added"
        elif identity not in after.words:
            what = "removed"
        shown = "" if identity == TOP else identity
        yield ClauseChange(shown, titles.get(identity, ""), what, tuple(_pieces(old, new)))


def _pieces(old: str, new: str) -> Iterator[Piece]:
    left, right = old.split(), new.split()
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    codes = matcher.get_opcodes()
    for index, (operation, i, j, k, m) in enumerate(codes):
        if operation == "equal":
            first, last = index == 0, index == len(codes) - 1
            yield Piece("same", _context(left[i:j], first=first, last=last))
            continue
        if i < j:
            yield Piece("removed", " ".join(left[i:j]))
        if k < m:
            yield Piece("added", " ".join(right[k:m]))


def _context(words: list[str], *, first: bool, last: bool) -> str:
    """Keep the words beside a change, and cut what is far from any."""
    if len(words) <= CONTEXT + (0 if first or last else CONTEXT):
        return " ".join(words)
    head = [] if first else words[:CONTEXT]
    tail = [] if last else words[-CONTEXT:]
    return " ".join([*head, CUT, *tail])
