"""The words of the theme in the language of each page, and what is wrong with a catalogue.

English words in the templates are the message ids; both languages have a catalogue, so that an
editor changes any word of the theme in `translations/` alone.
"""

from __future__ import annotations

import codecs
import re
from contextvars import ContextVar
from string import Formatter
from typing import TYPE_CHECKING

from babel.messages.pofile import PoFileError

from firstparty.model import Finding, Location, Severity
from messages import po, say, unreadable

if TYPE_CHECKING:
    import gettext
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


def load(
    translations: Path, root: Path, languages: tuple[str, ...], domain: str = DOMAIN
) -> Catalogues:
    """Read the catalogues; raise `CatalogueError` when one is missing or does not parse."""
    findings: list[Finding] = []
    loaded: dict[str, gettext.NullTranslations] = {}
    for lang in languages:
        path = po.path_of(lang, domain, translations)
        try:
            loaded[lang] = po.compiled(read(path, root, lang))
        except CatalogueError as error:
            findings += error.findings
    if findings:
        raise CatalogueError(tuple(findings))
    return Catalogues(loaded)


def read(path: Path, root: Path, lang: str) -> Catalog:
    """Read one catalogue; raise `CatalogueError` when it is missing or does not parse."""
    line = 1
    try:
        raw = path.read_bytes()
        if (broken := _broken_line(raw)) is None:
            return po.read(path, lang)
        line, message = broken
    except FileNotFoundError:
        message = say("the catalogue is missing; run `inv translate`")
    except OSError as error:
        message = unreadable(error)
    except po.CharsetError as error:
        line = _line_of("charset", raw, error.lineno)
        message = say(
            "the catalogue declares the encoding '{charset}'; write charset=utf-8",
            charset=error.charset,
        )
    except po.RepeatedError as error:
        line = error.lineno + 1
        message = say(
            "the message '{message}' stands twice, with different words; keep one of the two",
            message=error.message,
        )
    except po.PluralError as error:
        line, message = _line_of("Plural-Forms", raw, error.lineno), _no_catalogue(error)
    except PoFileError as error:
        line, message = (error.lineno or 0) + 1, _no_catalogue(error)
    raise CatalogueError((_broken(path.relative_to(root).as_posix(), line, message),))


def judge(catalogue: Catalog, template: Catalog, name: str) -> Iterator[Finding]:
    """Object to every missing, fuzzy and unused message, and to broken placeholders."""
    for message in template:
        if not message.id:
            continue
        own = catalogue.get(message.id)
        identity = _identity(message)
        if own is None:
            text = say(
                "the message '{message}' is missing; run `inv translate` and write its words",
                message=identity,
            )
            yield _finding("missing-message", name, 1, text, identity)
        elif not all(_strings(own)):
            text = say(
                "the message '{message}' has no words; write them into msgstr", message=identity
            )
            yield _finding("missing-message", name, own.lineno or 1, text, identity)
        elif own.fuzzy:
            text = say(
                "the message '{message}' is marked fuzzy; check its words, remove the mark",
                message=identity,
            )
            yield _finding("fuzzy-message", name, own.lineno or 1, text, identity)
    for message in catalogue:
        if not message.id:
            continue
        identity = _identity(message)
        if message.id not in template:
            text = say(
                "the message '{message}' is used nowhere; run `inv translate`", message=identity
            )
            yield _finding("unused-message", name, message.lineno or 1, text, identity)
        for text in (*_percents(message, catalogue), *_braces(message)):
            yield _finding("broken-message", name, message.lineno or 1, text, identity)


def _percents(message: Message, catalogue: Catalog) -> Iterator[str]:
    """Say of `%(name)s`, in words of the theme, what Babel says."""
    for error in message.check(catalogue):
        yield say(
            "the words of '{message}' do not fit: {reason}; correct the placeholder",
            message=_identity(message),
            reason=error,
        )


def _braces(message: Message) -> Iterator[str]:
    """Say where the words have other `{fields}` than the message, or braces that are none."""
    for words in filter(None, _strings(message)):
        try:
            wanted = set().union(*map(_fields, _ids(message)))
            found = _fields(words)
        except ValueError as error:
            yield say(
                "the words of '{message}' do not fit: {reason}; "
                "write braces that are to be read twice, {{{{ and }}}}",
                message=_identity(message),
                reason=error,
            )
            continue
        for field in sorted(wanted - found):
            yield say(
                "the words of '{message}' lack {{{field}}}; write it where its value belongs",
                message=_identity(message),
                field=field,
            )
        for field in sorted(found - wanted):
            yield say(
                "the words of '{message}' have {{{field}}}, which the message does not fill; "
                "correct the placeholder",
                message=_identity(message),
                field=field,
            )


def _fields(text: str) -> set[str]:
    """Give the names in braces; raise `ValueError` when the braces do not come in pairs."""
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


def _broken_line(raw: bytes) -> tuple[int, str] | None:
    """Find what Babel reads over: a text without its closing quotation mark, another encoding."""
    for number, line in enumerate(raw.removeprefix(codecs.BOM_UTF8).split(b"\n"), start=1):
        try:
            text = line.decode("utf-8").strip()
        except UnicodeDecodeError:
            return number, say("a character is not UTF-8; save the file as UTF-8")
        _, quote, rest = text.partition('"')
        if not text.startswith("#") and quote and not _REST_OF_TEXT.fullmatch(rest):
            return number, say("this text does not end with a quotation mark; add it")
    return None


def _no_catalogue(error: Exception) -> str:
    return say(
        "this is not a catalogue: {reason}; look at the quotation marks",
        reason=str(error).split(" on ")[0].strip(),
    )


def _line_of(word: str, raw: bytes, start: int) -> int:
    """Give the line, from 1, that has a word in an entry that begins after `start` lines."""
    rest = raw.decode("utf-8").split("\n")[start:]
    return start + next((n for n, line in enumerate(rest, start=1) if word in line), 1)


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def _ids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _identity(message: Message) -> str:
    return _ids(message)[0]


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
