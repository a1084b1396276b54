"""Pelican adapter: every legal notice as plain text and Markdown, the privacy notice as TILT."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican import signals

from notices import copies, tilt
from notices.copies import Offer

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.generators import PagesGenerator


def offer(generator: PagesGenerator) -> None:
    """Let the page of a notice link to its copies; a revision at its own address has none."""
    words = generator.settings["SITE"].words
    notices = []
    for page in (*generator.pages, *generator.translations):
        page.offers = ()
        if page.revision and page.edition is None:
            page.offers = copies.offers(page.address, page.lang, words)
            if page.id == tilt.NOTICE:
                offer = Offer(tilt.NAME, tilt.MEDIA_TYPE, tilt.PATHS[page.lang])
                page.offers = (*page.offers, offer)
            notices.append(page)
    generator.settings["NOTICES"] = notices


def write(pelican: Pelican) -> None:
    """Write the copies of the pages that have been written."""
    output = Path(pelican.output_path)
    site_url = pelican.settings["FACTS"].company.site_url
    for page in pelican.settings["NOTICES"]:
        html = (output / page.save_as).read_text(encoding="utf-8")
        for address, text in copies.write(html, page.address, site_url).items():
            (output / address.lstrip("/")).write_text(text, encoding="utf-8", newline="\n")
    for lang, address in tilt.PATHS.items():
        if (made := tilt.write(pelican.settings["SITE"], lang)) is not None:
            target = output / address.lstrip("/")
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(made)


def register() -> None:
    """Connect to Pelican."""
    signals.page_generator_finalized.connect(offer)
    signals.finalized.connect(write)
