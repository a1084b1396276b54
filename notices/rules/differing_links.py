"""Both languages lead to the same places: pages, clauses, addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from messages import say
from notices.prose import LINK
from notices.rules.both_languages import surplus
from notices.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.passages import Passage
    from notices.rules.rule import Objection


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Object to a target that one language links more often."""
    return surplus(corpus, _targets, _sentence)


def _targets(passage: Passage, _lang: str) -> Iterator[tuple[str, str]]:
    for match in LINK.finditer(passage.source):
        yield match[1], match[1]


def _sentence(value: str, clause: str, other: str) -> str:
    return say(
        "the clause '{clause}' links to '{value}' more often than {other}; "
        "link the same places in both languages",
        value=value,
        clause=clause,
        other=other,
    )


RULE = Rule("differing-links", judge)
