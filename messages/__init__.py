"""What the checks say, in the language of the editor.

English words in the code are the message ids; `translations/de/LC_MESSAGES/checks.po` has the
German ones. A value stands in braces, quoted by the message: `say("'{id}' is missing", id=…)`.
"""

from __future__ import annotations

import gettext
import io
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Iterator

DOMAIN = "checks"
#: The languages that an editor can ask for: `inv check --lang de`.
LANGUAGES = ("en", "de")
_CATALOGUES = Path(__file__).resolve().parent.parent / "translations"

_language: ContextVar[str] = ContextVar("language_of_messages", default="en")


def say(message: str, /, **values: object) -> str:
    """Give a message in the editor's language, its values filled in."""
    words = message if _language.get() == "en" else _translations(_language.get()).gettext(message)
    return words.format(**values)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say everything inside in this language, one of `LANGUAGES`."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


def path_of(language: str) -> Path:
    """Give the catalogue of a language."""
    return _CATALOGUES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


@cache
def _translations(language: str) -> gettext.GNUTranslations:
    with path_of(language).open("rb") as file:
        catalogue = read_po(file, locale=language, abort_invalid=True)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
