"""Who does it? A passive without an actor leaves that out."""

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

#: An auxiliary with a participle. A rough judgement, and so only a note.
PASSIVES: Final = {
    "de": re.compile(
        r"\b(?:wird|werden|wurde|wurden)\b[^.,;:]*?\b(?:ge\w{2,}(?:t|en)|\w+iert|(?:ver|be|er|ent)\w+t"
        r"|(?:an|auf|aus|ein|weiter|ab)ge\w+(?:t|en))\b"
    ),
    "en": re.compile(
        r"\b(?:is|are|was|were|been)\s(?:\w+ly\s)?(?:\w{2,}ed|kept|sent|set|made|given|shown)\b"
    ),
}
ACTORS: Final = {
    "de": re.compile(r"\b(?:von|vom|durch)\b"),
    "en": re.compile(r"\bby\b"),
}


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Ask to look at every passive whose sentence names no actor."""
    for text in corpus.all():
        lang = text.document.lang
        for passage in text.passages:
            for sentence in passage_sentences(passage):
                match = PASSIVES[lang].search(sentence)
                if match and not ACTORS[lang].search(sentence):
                    message = say(
                        "'{words}' does not say who does it; name the actor: '{sentence}'",
                        words=match[0],
                        sentence=sentence,
                    )
                    yield object_to(text, passage, message, match[0])


RULE = Rule("passive-without-actor", judge, Severity.NOTE)
