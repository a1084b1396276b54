"""Both languages lead to the same places: pages, clauses, addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legal.prose import LINK
from legal.rules.both_languages import surplus
from legal.rules.rule import Rule
from messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legal.corpus import Corpus
    from legal.passages import Passage
    from legal.rules.rule import Objection


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
