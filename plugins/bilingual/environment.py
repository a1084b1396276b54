"""What the templates know: words, facts, links, dates (docs/architecture.md lists it)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, DictLoader, FileSystemLoader
from markupsafe import Markup

from editorial.catalogues import current_language
from editorial.documents import LANGUAGES
from notices import feed
from registers import wording
from registers.processing import Days, Retention

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from jinja2 import Environment
    from pelican.contents import Page

    from editorial.site import Site

#: Pelican asks for these, and writes nothing with them: the site has no articles.
OF_ARTICLES = ("period_archives.html", "tag.html", "category.html", "author.html")
NAMES = {"de": "Deutsch", "en": "English"}


def equip(env: Environment, settings: dict[str, Any]) -> None:
    """Install gettext, filters and globals.

    Pelican would put templates of its own in the place of those that a theme has not.
    """
    own = FileSystemLoader(Path(settings["THEME"]) / "templates")
    env.loader = ChoiceLoader([own, DictLoader(dict.fromkeys(OF_ARTICLES, ""))])
    site: Site = settings["SITE"]
    register = site.facts.register
    env.install_gettext_callables(  # type: ignore[attr-defined]  # jinja2.ext.i18n adds it
        site.words.gettext, site.words.ngettext, newstyle=True
    )

    def gap() -> Markup:
        return Markup(site.gap(current_language.get()))  # noqa: S704 - our own markup

    def period(entry: Retention | Days | str) -> str | Markup:
        lang = current_language.get()
        if isinstance(entry, Retention):
            return wording.period(entry, lang) or gap()
        return wording.duration(entry.days, "day", lang) if isinstance(entry, Days) else entry

    def asset(name: str) -> str:
        return str(settings["ASSETS"][name].address)

    def language_cookie(lang: str) -> str:
        return register.cookies["language"].header("language", lang)

    env.globals.update(
        asset=asset,
        company=site.facts.company,
        feeds=feed.PATHS,
        draft=settings["DRAFT"],
        footer_navigation=settings["FOOTER_NAVIGATION"],
        gap=gap,
        language_cookie=language_cookie,
        languages=NAMES,
        navigation=settings["NAVIGATION"],
        period=period,
        register=register,
        site_url=site.facts.company.site_url,
        translate=site.words.translate,
    )
    env.filters["period"] = period
    env.filters["basis"] = lambda code: wording.BASES[code][current_language.get()]
    env.filters["lifetime"] = lambda cookie: wording.lifetime(cookie, current_language.get())
    env.filters["date"] = _date
    env.filters["country"] = _country


def pair(pages: Iterable[Page], context: dict[str, Any]) -> None:
    """Give every page its address and its twin; keep the pages by language and id."""
    by_language: dict[str, dict[str, Page]] = {lang: {} for lang in LANGUAGES}
    site: Site = context["SITE"]
    for page in pages:
        page.address = f"/{page.url}"
        document = site.inventory.find(page.id, page.lang)
        for lang in (document.lang,) if document and document.lang else LANGUAGES:
            by_language[lang][page.id] = page
    for lang, other in (LANGUAGES, LANGUAGES[::-1]):
        for identity, page in by_language[lang].items():
            twin = by_language[other].get(identity)
            page.twin = None if twin is page else twin
    context["PAGES_BY_LANGUAGE"] = by_language


def of_page(page: Page, context: dict[str, Any]) -> dict[str, Any]:
    """Give the variables that follow the language of a page."""
    lang = page.lang
    pages = context["PAGES_BY_LANGUAGE"][lang]

    def address(identity: str, clause: str = "") -> str:
        return str(pages[identity].address) + (f"#{clause}" if clause else "")

    other = next(name for name in LANGUAGES if name != lang)
    return {"lang": lang, "other_lang": other, "pages": pages, "address": address}


def _date(value: dt.date) -> str:
    return wording.date(value, current_language.get())


def _country(code: str) -> str:
    return wording.country(code, current_language.get())
