"""Terms are used in pairs: where one language uses a term of the glossary, so does the other."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from messages import say
from notices.prose import prose
from notices.rules.both_languages import passages
from notices.rules.rule import Rule, object_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.rules.rule import Objection
    from registers.glossary import Term


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Object to a passage whose twin uses a term that it does not use."""
    for german, left, english, right in passages(corpus):
        sides = ((german, left, english, right), (english, right, german, left))
        for text, own, other_text, other in sides:
            lang, foreign = text.document.lang, other_text.document.lang
            here, there = prose(own.source), prose(other.source)
            for term in corpus.site.facts.glossary.terms.values():
                used = find(term, lang, here)
                if used and not find(term, foreign, there):
                    wanted = term.en if foreign == "en" else term.de
                    message = say(
                        "'{used}' has no '{wanted}' in the clause '{clause}' of {other}; use the "
                        "pair of the glossary, or add the form to content/legal/glossary.toml",
                        used=used,
                        wanted=wanted,
                        clause=own.id,
                        other=other_text.document.name,
                    )
                    yield object_to(text, own, message, used)


def find(term: Term, lang: str, words: str) -> str:
    """Give the first form of a term that stands in a text, as it stands there, or ""."""
    match = _pattern(term.forms(lang)).search(words)
    return match[0] if match else ""


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)


RULE = Rule("unpaired-term", judge)
