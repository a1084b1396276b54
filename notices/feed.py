"""An Atom feed of revisions (RFC 4287), one in each language."""

from __future__ import annotations

import datetime as dt
import html
from typing import TYPE_CHECKING, Final

from feedgenerator import Atom1Feed

from editorial.documents import LANGUAGES
from notices import publication

if TYPE_CHECKING:
    from editorial.site import Site

#: Where the feeds are published.
PATHS: Final = {"de": "/de/fassungen.atom", "en": "/en/versions.atom"}


def feed(site: Site, lang: str) -> bytes | None:
    """Give the feed of a language, the newest revision first; None while there is no revision.

    Its days come from the ledger: the same commit writes the same feed.
    """
    company = site.facts.company
    entries = [
        (document, edition)
        for name, history in site.facts.ledger.documents.items()
        if (document := site.inventory.find(name, lang)) is not None
        for edition in publication.editions(site, document, history)
    ]
    if not entries:
        return None
    # Translators: title of the feed of new versions; the name of the operator stands before it
    subject = site.words.translate(lang, "legal texts and their versions")
    made = Atom1Feed(
        title=f"{company.short_name}: {subject}",
        link=f"{company.site_url}/{lang}/",
        feed_url=company.site_url + PATHS[lang],
        description=None,
        language=lang,
        author_name=company.legal_name,
    )
    for document, edition in sorted(entries, key=lambda e: (e[1].published, e[0].id), reverse=True):
        version = f"{site.words.translate(lang, 'Version')} {edition.version}"
        day = dt.datetime.combine(edition.published, dt.time(), dt.UTC)
        made.add_item(
            title=f"{document.front['Title']}, {version}",
            link=company.site_url + edition.address,
            unique_id=company.site_url + edition.address,
            # the generator calls the summary HTML (RFC 4287, section 3.1.1.2); ours are words
            description=html.escape(edition.summary, quote=False),
            pubdate=day,
            updateddate=day,
        )
    return str(made.writeString("utf-8")).encode()


def addresses() -> tuple[str, ...]:
    """Give the addresses of all feeds."""
    return tuple(PATHS[lang] for lang in LANGUAGES)
