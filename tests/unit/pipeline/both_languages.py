"""Lets one run speak both of the editor's languages at once: a build costs more than its words.

Every message holds its English and its German words, with its values in both; `only` gives what
an editor would have read in one of the languages.
"""

from __future__ import annotations

import gettext
import re
from typing import TYPE_CHECKING

import messages

if TYPE_CHECKING:
    import pytest

#: Private-use characters that no text of the tests has.
_FIRST, _SECOND, _END = "\ue010", "\ue011", "\ue012"
_OTHERS = f"[^{_FIRST}{_SECOND}{_END}]*"
_MESSAGE = re.compile(f"{_FIRST}({_OTHERS}){_SECOND}({_OTHERS}){_END}")


class _Both(gettext.NullTranslations):
    """Gives both words of a message, marked."""

    def __init__(self, german: gettext.NullTranslations) -> None:
        super().__init__()
        self.german = german

    def gettext(self, message: str) -> str:
        return f"{_FIRST}{message}{_SECOND}{self.german.gettext(message)}{_END}"


def speak_both(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is said in German hold the English words, too."""
    both = _Both(messages._translations("de"))  # noqa: SLF001 - the catalogue that is spoken from
    monkeypatch.setattr(messages, "_translations", lambda _language: both)


def only(text: str, lang: str) -> str:
    """Give a text as it is read in one language; messages inside of messages, too."""
    found = 1
    while found:
        text, found = _MESSAGE.subn(lambda match: match[2 if lang == "de" else 1], text)
    return text
