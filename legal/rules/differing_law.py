"""Both languages cite the same provisions, each in its own notation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legal.citations import citations
from legal.prose import prose
from legal.rules.both_languages import surplus
from legal.rules.rule import Rule
from messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legal.corpus import Corpus
    from legal.passages import Passage
    from legal.rules.rule import Objection


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Object to a provision that one language cites more often."""
    return surplus(corpus, _provisions, _sentence)


def _provisions(passage: Passage, lang: str) -> Iterator[tuple[str, str]]:
    for citation in citations(prose(passage.source), lang):
        yield citation.provision.written("de"), citation.text


def _sentence(value: str, clause: str, other: str) -> str:
    return say(
        "the clause '{clause}' cites '{value}' more often than {other}; "
        "cite the same provisions in both languages, there in its own notation",
        value=value,
        clause=clause,
        other=other,
    )


RULE = Rule("differing-law", judge)
