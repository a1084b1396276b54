"""Reads `.po` files, strictly and without compiled ones: those of the theme and of the checks."""

from __future__ import annotations

import codecs
import gettext
import io
import re
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, PoFileParser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from babel.messages.catalog import Message

# Babel would stop without a word about the line.
_NO_PLURAL = re.compile(r"msgstr\[(?!\d\](\s|$))")


class CharsetError(PoFileError):
    """A catalogue that says of itself that it is not UTF-8."""

    def __init__(self, charset: str, catalogue: Catalog, lineno: int) -> None:
        """Keep what it says; `lineno` counts from 0, as Babel counts."""
        super().__init__(charset, catalogue, "", lineno)
        self.charset = charset


class PluralError(PoFileError):
    """A catalogue whose head says of plurals what nobody can compute."""


class RepeatedError(PoFileError):
    """A message that stands twice, each time with other words."""

    def __init__(self, message: str, catalogue: Catalog, lineno: int) -> None:
        """Keep the message; `lineno` is that of the second, from 0."""
        super().__init__(message, catalogue, "", lineno)
        self.message = message


class _Strict(Catalog):
    """Refuses what Babel makes something else of in silence."""

    def __setitem__(self, id: str | list[str] | tuple[str, ...], message: Message) -> None:  # noqa: A002 - Babel's name for it
        """Take a message; Babel keeps the first words of two, and any encoding."""
        lineno = (message.lineno or 1) - 1
        known = self.get(id, message.context) if id else None
        if known is not None and known.string != message.string:
            raise RepeatedError(id if isinstance(id, str) else id[0], self, lineno)
        super().__setitem__(id, message)
        if not id:
            self._judge_head(lineno)

    def _judge_head(self, lineno: int) -> None:
        if not _is_utf8(self.charset):
            raise CharsetError(self.charset, self, lineno)
        try:
            compiled(self)
        except ValueError as error:
            raise PluralError(str(error), self, "", lineno) from error


def path_of(language: str, domain: str, translations: Path) -> Path:
    """Give the place of a catalogue, below the folder of all."""
    return translations / language / "LC_MESSAGES" / f"{domain}.po"


def read(path: Path, language: str) -> Catalog:
    """Parse a catalogue; raise `OSError` or Babel's `PoFileError` when it is none."""
    raw = path.read_bytes().removeprefix(codecs.BOM_UTF8)  # some editors write one
    catalogue, reached = _Strict(locale=language), 0

    def lines() -> Iterator[str]:
        nonlocal reached
        for reached, line in enumerate(raw.decode("utf-8").split("\n")):
            if _NO_PLURAL.match(line.strip()):
                raise PoFileError("Unknown or misformatted keyword", catalogue, line, reached)
            yield line

    parser = PoFileParser(catalogue, abort_invalid=True)
    try:
        parser.parse(lines())
    except (ValueError, LookupError, AssertionError) as error:
        # The head is read when the entry after it begins.
        lineno = reached if len(catalogue) else parser.offset
        raise PoFileError(str(error), catalogue, "", lineno) from error
    return catalogue


def compiled(catalogue: Catalog) -> gettext.GNUTranslations:
    """Give a catalogue as gettext looks words up; those without words or marked fuzzy stay out."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    buffer.seek(0)
    return gettext.GNUTranslations(buffer)


def _is_utf8(charset: str) -> bool:
    try:
        return codecs.lookup(charset).name == "utf-8"
    except LookupError:
        return False
