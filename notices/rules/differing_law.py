"""Both languages cite the same provisions, each in its own notation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from messages import say
from notices.citations import citations
from notices.prose import prose
from notices.rules.both_languages import surplus
from notices.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.passages import Passage
    from notices.rules.rule import Objection


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
