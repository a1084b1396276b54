"""The built site, read once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from pathlib import Path

    from editorial.facts import Facts


@dataclass(frozen=True)
class Published:
    """A page as it is published."""

    path: str
    text: str
    tree: LexborHTMLParser

    @property
    def address(self) -> str:
        return "/" + self.path.removesuffix("index.html")


@pytest.fixture(scope="session")
def pages(built_site: Path) -> list[Published]:
    found = []
    for file in sorted(built_site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        path = file.relative_to(built_site).as_posix()
        found.append(Published(path, text, LexborHTMLParser(text)))
    return found


@dataclass(frozen=True)
class Newest:
    """The page of the newest revision of each notice: what registers and sources say now.

    While a revision is coming, the page without a day in its address shows the text in force.
    """

    by_address: dict[str, Published]
    facts: Facts

    def page(self, name: str, address: str) -> Published:
        day = self.facts.ledger.documents[name].newest.published
        return self.by_address[f"{address}{day.isoformat()}/"]


@pytest.fixture(scope="session")
def newest(by_address: dict[str, Published], facts: Facts) -> Newest:
    return Newest(by_address, facts)


@pytest.fixture(scope="session")
def by_address(pages: list[Published]) -> dict[str, Published]:
    return {page.address: page for page in pages}
