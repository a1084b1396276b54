"""`content/legal/glossary.toml`: the terms that both languages use, in pairs."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from registers.company import Table, Words

FILE = "content/legal/glossary.toml"

Forms = Annotated[tuple[Words, ...], Field(strict=False)]


class Term(Table):
    """One term in both languages; `…_forms` count as the term, `not_…` are not used for it."""

    de: Words
    en: Words
    source: Words
    de_forms: Forms = ()
    en_forms: Forms = ()
    not_de: Forms = ()
    not_en: Forms = ()

    def forms(self, lang: str) -> tuple[str, ...]:
        """Give every form that counts as this term in a language."""
        return (self.de, *self.de_forms) if lang == "de" else (self.en, *self.en_forms)

    def avoided(self, lang: str) -> tuple[str, ...]:
        """Give the words for the same thing that a language does not use."""
        return self.not_de if lang == "de" else self.not_en


class Glossary(Table):
    """The terms by their key."""

    terms: dict[str, Term]
