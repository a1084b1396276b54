"""A period of the notice stands once, in the register: a text names it and never types it.

Deadlines of the law, on the page about rights for example, are no periods of the register.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from messages import either, say
from notices.prose import prose
from notices.rules.missing_disclosure import NOTICE
from notices.rules.rule import Rule, object_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.rules.rule import Objection
    from registers.processing import Retention

_UNITS: Final = {
    "day": ("tag", "tage", "tagen", "day", "days"),
    "week": ("woche", "wochen", "week", "weeks"),
    "month": ("monat", "monate", "monaten", "month", "months"),
    "year": ("jahr", "jahre", "jahren", "year", "years"),
}
_UNIT_OF: Final = {word: unit for unit, words in _UNITS.items() for word in words}
_WORDS = """
ein=1 eine=1 einem=1 einen=1 einer=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 acht=8 zehn=10 zwölf=12
one=1 two=2 three=3 four=4 five=5 six=6 eight=8 ten=10 twelve=12
"""
_NUMBERS: Final = {
    word: int(count) for word, _, count in (entry.partition("=") for entry in _WORDS.split())
}
_PERIOD = re.compile(
    rf"\b(\d+|{'|'.join(_NUMBERS)})[ -]({'|'.join(sorted(_UNIT_OF, key=len, reverse=True))})\b",
    re.IGNORECASE,
)


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Object to every period that an author typed."""
    known = corpus.site.facts.register.retention
    versions = [corpus.texts.get(NOTICE, {}), *corpus.snippets.values()]
    for text in (text for version in versions for text in version.values()):
        for passage in text.passages:
            for match in _PERIOD.finditer(prose(passage.source)):
                count = int(match[1]) if match[1].isdigit() else _NUMBERS[match[1].lower()]
                names = list(_named(known, count, _UNIT_OF[match[2].lower()]))
                if names:
                    message = say(
                        "'{period}' is typed; write the fact of the register: {fact}",
                        period=match[0],
                        fact=either(f"{{{{ retention.{name} }}}}" for name in names),
                    )
                else:
                    message = say(
                        "'{period}' is no period of the register; enter it below [retention] in "
                        "processing.toml and write its placeholder",
                        period=match[0],
                    )
                yield object_to(text, passage, message, match[0])


def _named(known: dict[str, Retention], count: int, unit: str) -> Iterator[str]:
    for name, entry in known.items():
        if (entry.count, entry.unit) == (count, unit):
            yield name


RULE = Rule("typed-period", judge)
