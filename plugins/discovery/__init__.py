"""Pelican adapter: JSON-LD for every page, and the files that machines look for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup
from pelican import signals

from editorial import discovery, problems, structured_data
from editorial.documents import LANGUAGES
from editorial.structured_data import Described
from registers import palette, source

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.contents import Page
    from pelican.generators import PagesGenerator

    from editorial.discovery import Entry

_ICONS = (
    ("images/icon-192.png", "192x192", "any"),
    ("images/icon-512.png", "512x512", "any"),
    ("images/icon-maskable-512.png", "512x512", "maskable"),
)
#: A page that no map of the site lists.
_UNLISTED = "not-found"
#: The page that the gateway leads to, in either language.
_HOME = "home"


def describe(generator: PagesGenerator, content: Page) -> None:
    """Give the template the JSON-LD of the page that comes next."""
    company = generator.settings["FACTS"].company
    revision = content.revision
    described = Described(
        address=content.address,
        title=content.title,
        description=content.description,
        languages=_languages(generator, content),
        twin=content.twin.address if content.twin else "",
        version=revision.version if revision else "",
        published=revision.published if revision else None,
    )
    markup = structured_data.script(described, company)
    generator.context["json_ld"] = Markup(markup)  # noqa: S704 - JSON with `<` escaped


def list_pages(generator: PagesGenerator) -> None:
    """Keep what the sitemap lists, once all pages are known."""
    pages = [*generator.pages, *generator.translations]
    homes = {p.lang: p.address for p in pages if p.id == _HOME}
    listed = [p for p in pages if p.id != _UNLISTED and p.edition is None]
    generator.settings["SITEMAP_ENTRIES"] = [_entry(p, homes) for p in listed]


def write_files(pelican: Pelican) -> None:
    """Write sitemap, robots, security.txt, gpc.json and the manifest."""
    settings = pelican.settings
    company = settings["FACTS"].company
    paper = _paper(Path(settings["PATH"]).parent)
    icons = [(settings["ASSETS"][name].address, sizes, use) for name, sizes, use in _ICONS]
    for path, content in (
        (discovery.SITEMAP, discovery.sitemap(settings["SITEMAP_ENTRIES"], company.site_url)),
        (discovery.ROBOTS, discovery.robots(company.site_url)),
        (discovery.SECURITY, discovery.security(company)),
        (discovery.GPC, discovery.gpc(company)),
        (discovery.MANIFEST, discovery.manifest(company, icons, (paper, paper))),
    ):
        target = Path(settings["OUTPUT_PATH"], path.lstrip("/"))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _paper(root: Path) -> str:
    try:
        _, colours = source.load(root / palette.FILE, root, palette.Palette)
    except source.RegisterError as error:
        raise problems.BuildStopped(error.findings) from error
    return colours.light.paper


def _languages(generator: PagesGenerator, page: Page) -> tuple[str, ...]:
    document = generator.settings["SITE"].inventory.find(page.id, page.lang)
    return (page.lang,) if document and document.lang else LANGUAGES


def _entry(page: Page, homes: dict[str, str]) -> Entry:
    """List a page with both languages; the gateway answers the pages that name it x-default."""
    modified = page.revision.published if page.revision else None
    twin = page.twin
    pair = {page.lang: page.address, twin.lang: twin.address} if twin else homes
    return discovery.Entry(page.address, (*sorted(pair.items()), ("x-default", "/")), modified)


def register() -> None:
    """Connect to Pelican."""
    signals.page_generator_finalized.connect(list_pages)
    signals.page_generator_write_page.connect(describe)
    signals.finalized.connect(write_files)
