"""Reads `.po` files, strictly and without compiled ones: those of the theme and of the checks."""

from __future__ import annotations

import gettext
import io
from typing import TYPE_CHECKING

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from pathlib import Path

    from babel.messages.catalog import Catalog


def path_of(language: str, domain: str, translations: Path) -> Path:
    """Give the place of a catalogue, below the folder of all."""
    return translations / language / "LC_MESSAGES" / f"{domain}.po"


def read(path: Path, language: str) -> Catalog:
    """Parse a catalogue; raise `OSError` or Babel's `PoFileError` when it is none."""
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def compiled(catalogue: Catalog) -> gettext.GNUTranslations:
    """Give a catalogue as gettext looks words up; those without words or marked fuzzy stay out."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    buffer.seek(0)
    return gettext.GNUTranslations(buffer)
