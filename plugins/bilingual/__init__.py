"""Pelican adapter: both languages in one run.

Reads every page's front matter first, registers a reader that hands texts to `editorial`, and
gives the templates what they need in the language of the page that is being written.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican import signals

from editorial import catalogues, inventory, problems, templates
from editorial.catalogues import current_language
from editorial.documents import LANGUAGES
from editorial.site import Site
from editorial.typography import typeset
from plugins.bilingual import environment
from plugins.bilingual.reader import EditorialReader

if TYPE_CHECKING:
    from jinja2 import Environment
    from pelican import Pelican
    from pelican.contents import Page
    from pelican.generators import Generator, PagesGenerator
    from pelican.readers import Readers


def take_inventory(pelican: Pelican) -> None:
    """Know every page and every word before the first page is made."""
    settings = pelican.settings
    content = Path(settings["PATH"])
    root = content.parent
    found = inventory.take(content, root)
    inventory.judge_named(content, [*settings["NAVIGATION"], *settings["FOOTER_NAVIGATION"]])
    problems.report(*templates.judge(root))
    inventory.judge_templates(found, _page_templates(Path(settings["THEME"])))
    try:
        words = catalogues.load(root / "translations", root, LANGUAGES)
    except catalogues.CatalogueError as error:
        problems.report(*error.findings)
    problems.stop_if_any()
    fillable = Templates()
    site = Site(
        root=root,
        inventory=found,
        facts=settings["FACTS"],
        words=words,
        render=fillable.render,
        address_of=lambda name: settings["ASSETS"][f"media/{name}"].address,
        published=settings["PUBLISHED_PATHS"].__contains__,
    )
    settings["TEMPLATES"], settings["SITE"] = fillable, site


def _page_templates(theme: Path) -> set[str]:
    """Name the templates that a page can choose: no foundation, no part of another one."""
    parts = {"base", "draft", "macros", "mark", "revision", "snippet"}
    return {path.stem for path in (theme / "templates").glob("*.html")} - parts


class Templates:
    """Fills a template while a text is being read, in the language of that text."""

    environment: Environment

    def render(self, template: str, lang: str, **variables: str) -> str:
        """Give the HTML of a template of the theme."""
        token = current_language.set(lang)
        try:
            return self.environment.get_template(template).render(lang=lang, **variables).strip()
        finally:
            current_language.reset(token)


def add_reader(readers: Readers) -> None:
    """Read Markdown with `editorial` instead of Pelican's own reader."""
    for extension in EditorialReader.file_extensions:
        readers.reader_classes[extension] = EditorialReader


def equip(generator: Generator) -> None:
    """Give a generator's templates the words and facts of the site."""
    environment.equip(generator.env, generator.settings)


def lend_templates(generator: PagesGenerator) -> None:
    """Let texts fill templates: their tables come from the theme."""
    generator.settings["TEMPLATES"].environment = generator.env.overlay(finalize=_set_type)


def _set_type(value: object) -> object:
    """Hold words together where a template prints them; what holds elements stays."""
    if not isinstance(value, str) or "<" in value:
        return value
    return type(value)(typeset(value))  # an escaped text is Markup, and remains so


def pair(generator: PagesGenerator) -> None:
    """Give every page its twin and its place; stop when a text is wrong."""
    problems.stop_if_any()
    environment.pair([*generator.pages, *generator.translations], generator.context)


def speak(generator: PagesGenerator, content: Page) -> None:
    """Switch words, links and dates to the language of the page that comes next."""
    current_language.set(content.lang)
    generator.context.update(environment.of_page(content, generator.context))


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(take_inventory)
    signals.readers_init.connect(add_reader)
    signals.generator_init.connect(equip)
    signals.page_generator_init.connect(lend_templates)
    signals.page_generator_finalized.connect(pair)
    signals.page_generator_write_page.connect(speak)
