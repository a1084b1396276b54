"""Both languages name the same facts of the registers: placeholders, claims, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from messages import say
from notices.prose import PLACEHOLDER
from notices.rules.both_languages import surplus
from notices.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.passages import Passage
    from notices.rules.rule import Objection


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Object to a fact that one language names more often."""
    return surplus(corpus, _facts, _sentence)


def _facts(passage: Passage, _lang: str) -> Iterator[tuple[str, str]]:
    for match in PLACEHOLDER.finditer(passage.source):
        yield match[1], match[0]


def _sentence(value: str, clause: str, other: str) -> str:
    return say(
        "'{value}' stands in the clause '{clause}' more often than in {other}; "
        "name the same facts in both languages",
        value=value,
        clause=clause,
        other=other,
    )


RULE = Rule("differing-facts", judge)
