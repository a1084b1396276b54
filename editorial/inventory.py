"""Every page of the site, known before the first one is made.

Links between pages, the language switch and the check that both languages are complete need all
addresses at once, so the front matter of every file is read first.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from editorial import documents
from editorial.documents import LANGUAGES, Document
from editorial.problems import in_document, report
from messages import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

#: Where source files of pages lie, below the content folder.
FOLDERS = ("pages", "legal")
#: Folders below them that hold something else.
_NO_PAGES = ("legal/snippets/", "legal/revisions/")
#: What somebody may take for a text.
_TEXTS = {".adoc", ".docx", ".htm", ".html", ".markdown", ".md", ".mdown", ".mkd", ".rst", ".txt"}


@dataclass(frozen=True)
class Inventory:
    """The documents by page id and language; a page in both languages stands under ""."""

    pages: dict[str, dict[str, Document]]

    def find(self, page: str, lang: str) -> Document | None:
        """Give a page in a language, or the one that serves both."""
        versions = self.pages.get(page, {})
        return versions.get(lang) or versions.get("")

    def twin(self, document: Document) -> Document | None:
        """Give the same page in the other language."""
        versions = self.pages.get(document.id, {})
        return next((d for d in versions.values() if d.lang and d.lang != document.lang), None)

    def documents(self) -> tuple[Document, ...]:
        """Give every document, by page and language."""
        return tuple(d for versions in self.pages.values() for d in versions.values())

    @cached_property
    def by_address(self) -> dict[str, Document]:
        """The documents by address."""
        return {document.address: document for document in self.documents()}

    @cached_property
    def by_name(self) -> dict[str, Document]:
        """The documents by the path of their source."""
        return {document.name: document for document in self.documents()}


def take(content: Path, root: Path) -> Inventory:
    """Read every source file below `content`; report files without a twin and shared addresses."""
    paths = []
    for path in _texts(content):
        if path.suffix == ".md" and path.parent.parent == content:
            paths.append(path)
        else:
            _report_stray(path, root)
    read = [d for path in paths if (d := documents.read(path, root)) is not None]
    pages: dict[str, dict[str, Document]] = {}
    for document in read:
        other = pages.setdefault(document.id, {}).setdefault(document.lang, document)
        if other is not document:
            message = say(
                "the page id '{page}' is taken by {other}; rename this file",
                page=document.id,
                other=other.name,
            )
            report(in_document(document, "file-name", message, line=1))
    names = {path.relative_to(root).as_posix() for path in paths}
    _report_missing(read, names)
    _report_shared(read)
    return Inventory(pages)


def _texts(content: Path) -> Iterator[Path]:
    """Give every file that looks like a text, in folders that hold pages; no hidden ones."""
    for folder in FOLDERS:
        for path in sorted((content / folder).rglob("*")):
            hidden = any(part.startswith(".") for part in path.relative_to(content).parts)
            elsewhere = path.relative_to(content).as_posix().startswith(_NO_PAGES)
            if path.suffix in _TEXTS and not hidden and not elsewhere:
                yield path


def _report_stray(path: Path, root: Path) -> None:
    name = path.relative_to(root).as_posix()
    message = say(
        "'{name}' is no text of a page; "
        "pages are Markdown in content/pages/ or content/legal/, named like 'privacy.de.md'",
        name=path.name,
    )
    report(in_document(Document(name, "", "", {}, "", 1, {}), "file-name", message))


def _report_missing(read: Iterable[Document], names: set[str]) -> None:
    for document in read:
        for lang in LANGUAGES if document.lang else ():
            wanted = document.name.removesuffix(f".{document.lang}.md") + f".{lang}.md"
            if wanted not in names:
                message = say(
                    "the page has no version in '{lang}'; write {file}, "
                    "or remove this file when the page is to go",
                    lang=lang,
                    file=wanted,
                )
                report(in_document(document, "missing-translation", message, line=1))


def _report_shared(read: Iterable[Document]) -> None:
    first: dict[str, Document] = {}
    for document in read:
        other = first.setdefault(document.address, document)
        if other is not document:
            message = say(
                "the address '{address}' is taken by {other}; choose another one",
                address=document.address,
                other=other.name,
            )
            line = document.lines["Address"]
            report(in_document(document, "address", message, line=line, text=document.address))


#: Pages that templates lead to, and their first file.
_NAMED = {
    "gateway": "pages/gateway.md",
    "home": "pages/home.de.md",
    "not-found": "pages/not-found.md",
}


def judge_named(content: Path, navigation: Iterable[str]) -> None:
    """Report every page that the theme or the navigation leads to and that has no file."""
    for page in dict.fromkeys([*_NAMED, *navigation]):
        if any(content.glob(f"*/{page}.md")) or any(content.glob(f"*/{page}.*.md")):
            continue
        if page in _NAMED:
            name = f"{content.name}/{_NAMED[page]}"
            message = say(
                "the page '{page}' is missing, and every page leads to it; "
                "restore it from the history of the repository",
                page=page,
            )
        else:
            name = "pelicanconf.py"
            message = say(
                "the page '{page}' is missing, and the navigation leads to it; "
                "restore its texts, or take it out of the navigation here",
                page=page,
            )
        report(in_document(Document(name, page, "", {}, "", 1, {}), "missing-page", message))


def judge_templates(inventory: Inventory, known: Collection[str]) -> None:
    """Report every page whose template the theme does not have."""
    for document in inventory.documents():
        if document.template not in known:
            message = say(
                "there is no template '{template}'; known are {known}",
                template=document.template,
                known=", ".join(sorted(known)),
            )
            line = document.lines.get("Template", 1)
            report(in_document(document, "front-matter", message, line=line))
