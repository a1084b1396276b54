"""A promise without exception needs a claim that something proves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from firstparty.model import Severity
from messages import say
from notices.prose import PLACEHOLDER
from notices.rules.rule import Rule, object_to
from notices.sentences import passage_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.rules.rule import Objection

ABSOLUTES: Final = {
    "de": re.compile(
        r"\b(?:ausschließlich|niemals|nie|immer|stets|keinerlei|zu keiner Zeit|garantiert)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:exclusively|solely|never|always|at all times|under no circumstances|guaranteed?)\b",
        re.IGNORECASE,
    ),
}


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Ask to look at every absolute in a passage that names no claim of the register."""
    for text in corpus.all():
        for passage in text.passages:
            named = (match[1] for match in PLACEHOLDER.finditer(passage.source))
            if any(name.startswith("claims.") for name in named):
                continue
            for sentence in passage_sentences(passage):
                match = ABSOLUTES[text.document.lang].search(sentence)
                if match:
                    message = say(
                        "'{word}' promises without exception, and no claim of the register proves "
                        "it; add {claim}, or say it more exactly: '{sentence}'",
                        word=match[0],
                        claim="{{ claims.… }}",
                        sentence=sentence,
                    )
                    yield object_to(text, passage, message, match[0])


RULE = Rule("unproven-absolute", judge, Severity.NOTE)
