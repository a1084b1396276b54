"""Words that leave open whether something is so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from firstparty.model import Severity
from messages import say
from notices.rules.rule import Rule, object_to
from notices.sentences import passage_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.rules.rule import Objection

HEDGES: Final = {
    "de": re.compile(
        r"\b(?:ggf\.|gegebenenfalls|unter Umständen|möglicherweise|eventuell|in der Regel"
        r"|grundsätzlich|gegebenen Falles|unter anderem|insbesondere)(?!\w)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:may(?! \d)|might|possibly|as appropriate|where appropriate|generally|typically"
        r"|among other things|including but not limited to)\b"
    ),
}


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Ask to look at every hedge."""
    for text in corpus.all():
        for passage in text.passages:
            for sentence in passage_sentences(passage):
                match = HEDGES[text.document.lang].search(sentence)
                if match:
                    message = say(
                        "'{word}' leaves open whether it is so; say when it is: '{sentence}'",
                        word=match[0],
                        sentence=sentence,
                    )
                    yield object_to(text, passage, message, match[0])


RULE = Rule("hedge", judge, Severity.NOTE)
