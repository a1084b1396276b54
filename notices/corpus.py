"""All legal texts of the site in both languages, as the rules read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editorial.documents import LANGUAGES
from editorial.site import SNIPPETS
from notices import passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editorial.documents import Document
    from editorial.site import Site
    from notices.passages import LegalText
    from registers.ledger import Pair

#: The folder whose documents are legal texts.
FOLDER = "content/legal/"


@dataclass(frozen=True, slots=True)
class Corpus:
    """The legal texts by document id and language, and the site with its registers.

    `snippets` are the texts that pages place, by name and language; each is one passage.
    """

    site: Site
    texts: dict[str, dict[str, LegalText]]
    snippets: dict[str, dict[str, LegalText]]

    def all(self) -> Iterator[LegalText]:
        """Give every text, by document and language."""
        for versions in (*self.texts.values(), *self.snippets.values()):
            yield from versions.values()

    def pairs(self) -> Iterator[tuple[LegalText, LegalText]]:
        """Give every text that has both languages, German first."""
        for versions in (*self.texts.values(), *self.snippets.values()):
            if all(lang in versions for lang in LANGUAGES):
                german, english = (versions[lang] for lang in LANGUAGES)
                yield german, english

    def confirmed(self, name: str) -> dict[str, Pair]:
        """Give what was last confirmed of a text or snippet, by clause id."""
        ledger = self.site.facts.ledger
        if name in self.snippets:
            return {passages.TOP: ledger.snippets[name]} if name in ledger.snippets else {}
        return dict(ledger.documents[name].pairs) if name in ledger.documents else {}


def gather(site: Site) -> Corpus:
    """Read every legal document of a site whose texts have been converted."""
    texts: dict[str, dict[str, LegalText]] = {}
    for document in site.inventory.documents():
        if document.name.startswith(FOLDER) and document.lang:
            texts.setdefault(document.id, {})[document.lang] = _read(site, document)
    snippets: dict[str, dict[str, LegalText]] = {}
    for path in sorted((site.root / SNIPPETS).glob("*.md")):
        if (snippet := site.snippet(path.stem)) is not None:
            snippets.setdefault(snippet.id, {})[snippet.lang] = _read(site, snippet)
    return Corpus(site, texts, snippets)


def _read(site: Site, document: Document) -> LegalText:
    text = site.text(document)
    return passages.read(document, text.outline, text.html)
