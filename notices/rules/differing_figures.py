"""Both languages name the same figures and periods."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from messages import say
from notices.citations import without
from notices.prose import prose
from notices.rules.both_languages import surplus
from notices.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.passages import Passage
    from notices.rules.rule import Objection

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Object to a figure that one language names more often."""
    return surplus(corpus, _figures, _sentence)


def _figures(passage: Passage, lang: str) -> Iterator[tuple[str, str]]:
    for match in _FIGURE.finditer(without(prose(passage.source), lang)):
        yield _plain(match[0], lang), match[0]


def _plain(figure: str, lang: str) -> str:
    """Write a figure without grouping, with a point: 1.000,5 and 1,000.5 are the same."""
    group, point = (r"\.", ",") if lang == "de" else (",", ".")
    return re.sub(rf"{group}(?=\d{{3}}(?!\d))", "", figure).replace(point, ".")


def _sentence(value: str, clause: str, other: str) -> str:
    return say(
        "the figure '{value}' stands in the clause '{clause}' more often than in {other}; "
        "write the same figures in both languages",
        value=value,
        clause=clause,
        other=other,
    )


RULE = Rule("differing-figures", judge)
