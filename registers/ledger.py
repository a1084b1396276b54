"""`content/legal/ledger.toml`: the revisions of the legal documents."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from registers.company import Localised, Table

FILE = "content/legal/ledger.toml"


class Revision(Table):
    """A dated state of a document; `effective` is "" while the operator has not set the day."""

    version: Annotated[str, Field(min_length=1)]
    published: dt.date
    effective: dt.date | Literal[""]
    kind: Literal["typo", "clarification", "material change"]
    summary: Localised


class History(Table):
    """The revisions of a document, the newest first."""

    revisions: Annotated[tuple[Revision, ...], Field(min_length=1, strict=False)]

    @property
    def current(self) -> Revision:
        """Give the newest revision."""
        return self.revisions[0]


class Ledger(Table):
    """The histories by document id."""

    documents: dict[str, History]
