"""The words of the theme: gettext catalogues, read from `.po` without compiled files.

English words in the templates are the message ids; both languages have a catalogue, so that an
editor changes any word of the theme in `translations/` alone.
"""

from __future__ import annotations

import gettext
import io
import re
from contextvars import ContextVar
from typing import TYPE_CHECKING

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from firstparty.model import Finding, Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from babel.messages.catalog import Catalog, Message

DOMAIN = "messages"

# What follows the opening quotation mark, to the end of the line.
_REST_OF_TEXT = re.compile(r'(?:[^"\\]|\\.)*"')

#: The language of the page that is being written.
current_language: ContextVar[str] = ContextVar("current_language", default="de")


class CatalogueError(Exception):
    """A catalogue that cannot be used; `findings` says why."""

    exitcode = 1

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Keep the findings."""
        super().__init__("\n".join(f.message for f in findings))
        self.findings = findings


class Catalogues:
    """The translations by language; `gettext` and `ngettext` speak the page's language."""

    def __init__(self, translations: dict[str, gettext.NullTranslations]) -> None:
        """Take the translations by language."""
        self._by_language = translations

    def gettext(self, message: str) -> str:
        """Translate into the language of the page that is being written."""
        return self.translate(current_language.get(), message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """Translate with a number into the language of the page that is being written."""
        return self._by_language[current_language.get()].ngettext(singular, plural, count)

    def translate(self, lang: str, message: str) -> str:
        """Translate into a language by name, for pages that speak both."""
        return self._by_language[lang].gettext(message)


def path_of(lang: str, translations: Path) -> Path:
    """Give the place of a catalogue."""
    return translations / lang / "LC_MESSAGES" / f"{DOMAIN}.po"


def load(translations: Path, root: Path, languages: tuple[str, ...]) -> Catalogues:
    """Read the catalogues; raise `CatalogueError` when one is missing or does not parse."""
    findings: list[Finding] = []
    loaded: dict[str, gettext.NullTranslations] = {}
    for lang in languages:
        path = path_of(lang, translations)
        name = path.relative_to(root).as_posix()
        try:
            if broken := _broken_line(path.read_bytes()):
                findings.append(_broken(name, *broken))
                continue
            catalogue = read(path, lang)
            buffer = io.BytesIO()
            write_mo(buffer, catalogue)
            buffer.seek(0)
            loaded[lang] = gettext.GNUTranslations(buffer)
        except FileNotFoundError:
            findings.append(_broken(name, 1, "the catalogue is missing; run `inv translate`"))
        except PoFileError as error:
            line = (error.lineno or 0) + 1
            reason = str(error).split(" on ")[0].strip()
            findings.append(
                _broken(
                    name, line, f"this is not a catalogue: {reason}; look at the quotation marks"
                )
            )
    if findings:
        raise CatalogueError(tuple(findings))
    return Catalogues(loaded)


def read(path: Path, lang: str) -> Catalog:
    """Parse a catalogue strictly."""
    with path.open("rb") as file:
        return read_po(file, locale=lang, abort_invalid=True)


def judge(catalogue: Catalog, template: Catalog, name: str) -> Iterator[Finding]:
    """Object to every missing, fuzzy and unused message, and to broken placeholders."""
    for message in template:
        if not message.id:
            continue
        own = catalogue.get(message.id)
        identity = _identity(message)
        if own is None:
            text = f"the message '{identity}' is missing; run `inv translate` and write its words"
            yield _finding("missing-message", name, 1, text, identity)
        elif not all(_strings(own)):
            text = f"the message '{identity}' has no words; write them into msgstr"
            yield _finding("missing-message", name, own.lineno or 1, text, identity)
        elif own.fuzzy:
            text = f"the message '{identity}' is marked fuzzy; check its words, remove the mark"
            yield _finding("fuzzy-message", name, own.lineno or 1, text, identity)
    for message in catalogue:
        if message.id and message.id not in template:
            identity = _identity(message)
            text = f"the message '{identity}' is used nowhere; run `inv translate`"
            yield _finding("unused-message", name, message.lineno or 1, text, identity)
        for error in message.check(catalogue):
            text = (
                f"the words of '{_identity(message)}' do not fit: {error}; correct the placeholder"
            )
            yield _finding("broken-message", name, message.lineno or 1, text, _identity(message))


def _broken_line(raw: bytes) -> tuple[int, str] | None:
    """Find what Babel reads over: a text without its closing quotation mark, another encoding."""
    for number, line in enumerate(raw.split(b"\n"), start=1):
        try:
            text = line.decode("utf-8").strip()
        except UnicodeDecodeError:
            return number, "a character is not UTF-8; save the file as UTF-8"
        _, quote, rest = text.partition('"')
        if not text.startswith("#") and quote and not _REST_OF_TEXT.fullmatch(rest):
            return number, "this text does not end with a quotation mark; add it"
    return None


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def _identity(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _broken(name: str, line: int, message: str) -> Finding:
    return _finding("unreadable-catalogue", name, line, message, name)


def _finding(rule: str, path: str, line: int, message: str, evidence: str) -> Finding:
    return Finding(
        rule=rule,
        severity=Severity.ERROR,
        message=message,
        evidence=evidence,
        location=Location(path, line, 1),
    )
