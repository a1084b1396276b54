"""`content/legal/ledger.toml`: the revisions of the legal documents, the pairs of their clauses.

Commands write it (`inv legal.confirm`, `inv legal.revise`, `inv legal.enact`); it is read here.
"""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Final, Literal

from pydantic import Field, model_validator

from messages import say
from registers.company import Day, Localised, Table, Words, shaped

if TYPE_CHECKING:
    from collections.abc import Collection

FILE = "content/legal/ledger.toml"

#: How much a change matters to a reader.
Kind = Literal["typo", "clarification", "material change"]
Digest = Annotated[str, shaped(r"[0-9a-f]{16}", "0123456789abcdef")]
#: A version: numbers with points between them.
VERSION: Final = r"[1-9]\d*(\.\d+)*"
Version = Annotated[str, shaped(VERSION, "2")]


#: How long people are told of a material change before it takes effect.
NOTICE: Final = dt.timedelta(days=30)


class Digests(Table):
    """What a text was, in both languages."""

    de: Digest
    en: Digest

    def __getitem__(self, lang: str) -> str:
        """Give the digest in `de` or `en`."""
        return {"de": self.de, "en": self.en}[lang]


class Revision(Table):
    """A dated state of a document; `effective` is "" while the operator has not set the day.

    `digest` is that of the kept texts; `moved` says of every clause that vanished with this
    revision where it went, "" for nowhere; `reason` says why a material change takes effect sooner
    than people can prepare for it.
    """

    version: Version
    published: Day
    effective: Day | Literal[""]
    kind: Kind
    summary: Localised
    reason: Localised | None = None
    digest: Digests | None = None
    moved: dict[str, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _in_order(self) -> Revision:
        if self.effective and self.effective < self.published:
            message = say("a text takes effect no sooner than it is published; correct the days")
            raise ValueError(message)
        return self

    @property
    def too_early(self) -> bool:
        """Tell whether a material change takes effect before people could prepare for it."""
        return bool(
            self.kind == "material change"
            and self.effective
            and self.effective < self.published + NOTICE
            and self.reason is None
        )


class Pair(Digests):
    """A clause in both languages, as somebody last confirmed that both say the same."""

    confirmed: Day
    by: Words
    kind: Kind


class History(Table):
    """The revisions of a document, the newest first, and the pairs of its clauses by id.

    `current` is the version that applies; a newer one is coming.
    """

    current: Version
    revisions: Annotated[tuple[Revision, ...], Field(min_length=1, strict=False)]
    pairs: dict[str, Pair] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _sound(self) -> History:
        versions = [revision.version for revision in self.revisions]
        days = [revision.published for revision in self.revisions]
        if len({*versions}) < len(versions):
            raise ValueError(say("two revisions have the same version; number them anew"))
        if any(later <= earlier for later, earlier in pairwise(days)):
            raise ValueError(say("the newest revision comes first, each on a day of its own"))
        if self.current not in versions:
            message = say(
                "no revision has the version '{version}' of 'current'", version=self.current
            )
            raise ValueError(message)
        return self

    @property
    def in_force(self) -> Revision:
        """Give the revision that applies."""
        return next(r for r in self.revisions if r.version == self.current)

    @property
    def newest(self) -> Revision:
        """Give the newest revision: the one that the source texts hold."""
        return self.revisions[0]

    @property
    def coming(self) -> tuple[Revision, ...]:
        """Give the revisions that are published and do not apply yet, the newest first."""
        return self.revisions[: self.revisions.index(self.in_force)]

    @property
    def superseded(self) -> tuple[Revision, ...]:
        """Give the revisions that no longer apply, the newest first."""
        return self.revisions[self.revisions.index(self.in_force) + 1 :]

    @property
    def moved(self) -> dict[str, str]:
        """Give where each vanished clause went, "" for nowhere; the newest word counts."""
        return {c: t for revision in reversed(self.revisions) for c, t in revision.moved.items()}

    def destination(self, clause: str, clauses: Collection[str]) -> str:
        """Follow a vanished clause to one of `clauses`, also where that one moved again later.

        Gives "" for nowhere, a name that is none of `clauses` where the way ends there, and the
        clause itself where it goes in a circle.
        """
        moved, seen = self.moved, {clause}
        target = moved.get(clause, "")
        while target not in clauses and target in moved and target not in seen:
            seen.add(target)
            target = moved[target]
        return target


class Ledger(Table):
    """The histories by document id, and the pairs of the snippets by name."""

    documents: dict[str, History]
    snippets: dict[str, Pair] = Field(default_factory=dict)
