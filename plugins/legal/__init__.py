"""Pelican adapter: clauses and revisions of the texts, and that both languages agree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pelican import signals

from editorial import agreement, problems, references

if TYPE_CHECKING:
    import datetime as dt

    from pelican.generators import PagesGenerator

    from editorial.clauses import Clause
    from editorial.site import Site
    from registers.ledger import Revision


@dataclass(frozen=True, slots=True)
class Standing:
    """The revision that a page shows, in its language; `effective` is None while it is open."""

    version: str
    published: dt.date
    effective: dt.date | None
    kind: str
    summary: str


def attach(generator: PagesGenerator) -> None:
    """Give every page its contents and its revision; stop when the languages disagree."""
    site: Site = generator.settings["SITE"]
    problems.report(*agreement.judge(site), *references.judge(site))
    problems.stop_if_any()
    if (observe := generator.settings.get("OBSERVE")) is not None:
        observe(site)
    histories = site.facts.ledger.documents
    for page in (*generator.pages, *generator.translations):
        document = site.inventory.find(page.id, page.lang)
        page.clauses = contents(site.text(document).outline.clauses) if document else []
        history = histories.get(page.id)
        page.revision = standing(history.in_force, page.lang) if history else None


def contents(clauses: list[Clause]) -> list[Clause]:
    """Give the tree without its numbered paragraphs: what a list of contents shows."""
    return [replace(c, children=contents(c.children)) for c in clauses if c.level and c.id]


def standing(revision: Revision, lang: str) -> Standing:
    """Say in one language where a text stands."""
    return Standing(
        revision.version,
        revision.published,
        revision.effective or None,
        revision.kind,
        revision.summary[lang],
    )


def register() -> None:
    """Connect to Pelican."""
    signals.page_generator_finalized.connect(attach)
