"""One word for one thing: a text does not use what the glossary replaces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from messages import say
from notices.prose import prose
from notices.rules.rule import Rule, object_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.rules.rule import Objection


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Object to a word that the glossary has another one for."""
    terms = corpus.site.facts.glossary.terms.values()
    for text in corpus.all():
        lang = text.document.lang
        for passage in text.passages:
            words = prose(passage.source)
            for term in terms:
                for avoided in term.avoided(lang):
                    match = re.search(rf"\b{re.escape(avoided)}\b", words, re.IGNORECASE)
                    if match:
                        message = say(
                            "'{word}' is not our word for it; write '{wanted}'",
                            word=match[0],
                            wanted=term.de if lang == "de" else term.en,
                        )
                        yield object_to(text, passage, message, match[0])


RULE = Rule("avoided-term", judge)
