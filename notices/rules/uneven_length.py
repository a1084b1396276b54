"""Neither language says much more than the other: a missing sentence shows in the length."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from messages import say
from notices.prose import prose
from notices.rules.both_languages import passages
from notices.rules.rule import Rule, object_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.rules.rule import Objection

#: Shorter passages differ by a word or two, and that is a lot of them.
_SHORT: Final = 60
#: English text is about a tenth shorter than German; legal English can be longer, too.
LEAST, MOST = 0.6, 1.45


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Object to the passage that is too short for its twin."""
    for german, left, english, right in passages(corpus):
        de, en = len(prose(left.source)), len(prose(right.source))
        if min(de, en) < _SHORT and max(de, en) < 2 * _SHORT:
            continue
        ratio = en / max(de, 1)
        if LEAST <= ratio <= MOST:
            continue
        short = (english, right, german) if ratio < LEAST else (german, left, english)
        text, passage, other = short
        message = say(
            "the clause '{clause}' has {count} characters here and {others} in {other}; "
            "see whether a sentence is missing",
            clause=passage.id,
            count=min(de, en),
            others=max(de, en),
            other=other.document.name,
        )
        yield object_to(text, passage, message)


RULE = Rule("uneven-length", judge)
