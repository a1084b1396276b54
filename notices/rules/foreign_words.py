"""No words of the other language are left in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from messages import say
from notices.prose import prose
from notices.rules.rule import Rule, object_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus
    from notices.rules.rule import Objection

_GERMAN = """
und der die das ist nicht wir Sie mit für auf ein eine oder werden nach bei zum zur
"""
_ENGLISH = """
the and of is not we you with for on or are to this that our your which from
"""
#: Words that the other language does not have: a text that holds one was not translated whole.
OF_THE_OTHER: Final = {"de": frozenset(_ENGLISH.split()), "en": frozenset(_GERMAN.split())}
_WORD = re.compile(r"[^\W\d_]+")
_UMLAUT = re.compile(r"[äöüßÄÖÜẞ]")


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Object once in each passage to the first word of the other language."""
    for text in corpus.all():
        lang = text.document.lang
        for passage in text.passages:
            words = _WORD.findall(prose(passage.source))
            foreign = [word for word in words if _is_foreign(word, lang)]
            if foreign:
                message = say(
                    "'{word}' is a word of the other language; translate it, "
                    'or mark it: <span lang="{other}">{word}</span>',
                    word=foreign[0],
                    other="en" if lang == "de" else "de",
                )
                yield object_to(text, passage, message, foreign[0])


def _is_foreign(word: str, lang: str) -> bool:
    return word in OF_THE_OTHER[lang] or (lang == "en" and bool(_UMLAUT.search(word)))


RULE = Rule("foreign-words", judge)
