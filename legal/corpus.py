"""All legal texts of the site in both languages, as the rules read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editorial.documents import LANGUAGES
from legal import passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editorial.site import Site
    from legal.passages import LegalText

#: The folder whose documents are legal texts.
FOLDER = "content/legal/"


@dataclass(frozen=True, slots=True)
class Corpus:
    """The legal texts by document id and language, and the site with its registers."""

    site: Site
    texts: dict[str, dict[str, LegalText]]

    def all(self) -> Iterator[LegalText]:
        """Give every text, by document and language."""
        for versions in self.texts.values():
            yield from versions.values()

    def pairs(self) -> Iterator[tuple[LegalText, LegalText]]:
        """Give every document that has both languages, German first."""
        for versions in self.texts.values():
            if all(lang in versions for lang in LANGUAGES):
                german, english = (versions[lang] for lang in LANGUAGES)
                yield german, english


def gather(site: Site) -> Corpus:
    """Read every legal document of a site whose texts have been converted."""
    texts: dict[str, dict[str, LegalText]] = {}
    for document in site.inventory.documents():
        if document.name.startswith(FOLDER) and document.lang:
            text = site.text(document)
            read = passages.read(document, text.outline, text.html)
            texts.setdefault(document.id, {})[document.lang] = read
    return Corpus(site, texts)
