"""What the checks say, in the language of the editor.

English words in the code are the message ids; `translations/de/LC_MESSAGES/checks.po` has the
German ones. A value stands in braces, quoted by the message: `say("'{id}' is missing", id=…)`.
The message is a literal, or `inv translate` does not find it.
"""

from __future__ import annotations

import gettext
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.pofile import PoFileError

from messages import po

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DOMAIN = "checks"
#: The languages that an editor can ask for: `inv check --lang de`.
LANGUAGES = ("en", "de")
#: Those that need a catalogue: English stands in the code.
TRANSLATED = ("de",)
_CATALOGUES = Path(__file__).resolve().parent.parent / "translations"

_language: ContextVar[str] = ContextVar("language_of_messages", default="en")


def say(message: str, /, **values: object) -> str:
    """Give a message in the editor's language, its values filled in.

    English stands in for words that are missing or whose braces do not fit: `inv check` objects
    to those, and what an editor has to read comes all the same.
    """
    language = _language.get()
    words = _translations(language).gettext(message) if language in TRANSLATED else message
    try:
        return words.format(**values)
    except (LookupError, ValueError, AttributeError):
        return message.format(**values)


def either(values: Iterable[str]) -> str:
    """Give one or several values, of which one is meant: `a or b`."""
    # Translators: between two of several values: "a table or words"
    word = say("or")
    return f" {word} ".join(values)


def unreadable(error: OSError) -> str:
    """Say that something is there which no program can read, like a folder in a file's place."""
    reason = error.strerror or str(error)
    return say("the file cannot be read: {reason}; put a file in its place", reason=reason)


def spoken() -> str:
    """Give the language that is being spoken, for values that a language writes in its own way."""
    return _language.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything inside in this language, one of `LANGUAGES`."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


@cache
def _translations(language: str) -> gettext.NullTranslations:
    try:
        return po.compiled(po.read(po.path_of(language, DOMAIN, _CATALOGUES), language))
    except (OSError, ValueError, PoFileError):
        return gettext.NullTranslations()
