"""A sentence of more than 30 words is hard to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from firstparty.model import Severity
from messages import say
from notices.rules.rule import Rule, object_to
from notices.sentences import passage_sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.rules.rule import Objection

MOST: Final = 30


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Ask to look at every long sentence."""
    for text in corpus.all():
        for passage in text.passages:
            for sentence in passage_sentences(passage):
                count = len(words(sentence))
                if count > MOST:
                    message = say(
                        "this sentence has {count} words; make two of it: '{sentence}'",
                        count=count,
                        sentence=sentence,
                    )
                    start = " ".join(sentence.split()[:3])
                    yield object_to(text, passage, message, start)


RULE = Rule("long-sentence", judge, Severity.NOTE)
