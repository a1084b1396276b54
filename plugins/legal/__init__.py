"""Pelican adapter: clauses and revisions of the texts, and that both languages agree."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import signals
from pelican.contents import Page

from editorial import agreement, problems, references
from editorial.documents import LANGUAGES
from notices import feed, publication

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.generators import PagesGenerator

    from editorial.clauses import Clause
    from editorial.site import Site
    from notices.publication import Edition


def attach(generator: PagesGenerator) -> None:
    """Give every page its contents and its revision; stop when the languages disagree."""
    site: Site = generator.settings["SITE"]
    problems.report(*agreement.judge(site), *references.judge(site))
    problems.stop_if_any()
    if (observe := generator.settings.get("OBSERVE")) is not None:
        observe(site)
    for page in (*generator.pages, *generator.translations):
        document = site.inventory.find(page.id, page.lang)
        page.clauses = contents(site.text(document).outline.clauses) if document else []
        page.revision, page.edition, page.editions, page.moved = None, None, (), ()
        page.text_in_force = ""
        history = site.facts.ledger.documents.get(page.id)
        if document and history:
            page.revision = publication.standing(history.in_force, page.lang)
            page.editions = publication.editions(site, document, history)
            known = {clause.id for clause in site.text(document).outline.all()}
            page.moved = publication.moved(history, page.editions, known)
            if history.coming:
                show_what_applies(page, site)


def show_what_applies(page: Page, site: Site) -> None:
    """While a revision is coming, the source text is that one: the page keeps the one in force."""
    edition = next((e for e in page.editions if e.version == page.revision.version), None)
    if edition is not None:
        parts = edition.text.parts(site.facts.company.site_url)
        page.title, page.lead, page.text_in_force = parts
        page.clauses = edition.text.contents()
        page.moved = ()


def keep_editions(generator: PagesGenerator) -> None:
    """Make a page of every revision, at its own address, in both languages."""
    made: dict[tuple[str, str, str], Page] = {}
    for page in (*generator.pages, *generator.translations):
        for edition in page.editions:
            made[page.id, edition.version, page.lang] = _page(page, edition, generator)
    for (identity, version, lang), page in made.items():
        other = next(name for name in LANGUAGES if name != lang)
        page.twin = made.get((identity, version, other))
        (generator.pages if page.in_default_lang else generator.translations).append(page)
    texts = {
        (page.id, page.lang): page
        for page in (*generator.pages, *generator.translations)
        if page.editions
    }
    in_order = generator.settings["FACTS"].ledger.documents
    generator.context["HISTORIES"] = {
        lang: [texts[name, lang] for name in in_order if (name, lang) in texts]
        for lang in LANGUAGES
    }


def write_feeds(pelican: Pelican) -> None:
    """Announce the revisions to feed readers, one feed in each language."""
    site: Site = pelican.settings["SITE"]
    for lang in LANGUAGES:
        if (made := feed.feed(site, lang)) is not None:
            Path(pelican.settings["OUTPUT_PATH"], feed.PATHS[lang].lstrip("/")).write_bytes(made)


def contents(clauses: list[Clause]) -> list[Clause]:
    """Give the tree without its numbered paragraphs: what a list of contents shows."""
    return [replace(c, children=contents(c.children)) for c in clauses if c.level and c.id]


def _page(page: Page, edition: Edition, generator: PagesGenerator) -> Page:
    """Make the page of a revision from the text that was kept of it."""
    site: Site = generator.settings["SITE"]
    title, lead, body = edition.text.parts(site.facts.company.site_url)
    path = edition.address.lstrip("/")
    metadata: dict[str, Any] = {
        "title": title,
        "lead": lead,
        "label": "",
        "description": page.description,
        "template": "revision",
        "id": page.id,
        "lang": page.lang,
        "slug": f"{page.id}-{edition.version}-{page.lang}",
        "url": path,
        "save_as": f"{path}index.html",
    }
    made = Page(body, metadata, generator.settings, page.source_path, generator.context)
    made.address, made.current, made.text_in_force = edition.address, page, ""
    made.clauses, made.edition, made.editions, made.moved = edition.text.contents(), edition, (), ()
    made.revision = publication.Standing(
        edition.version, edition.published, edition.effective, edition.kind, edition.summary
    )
    return made


def register() -> None:
    """Connect to Pelican."""
    signals.page_generator_finalized.connect(attach)
    signals.page_generator_finalized.connect(keep_editions)
    signals.finalized.connect(write_feeds)
