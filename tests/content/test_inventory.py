"""The pages that the site has, at the addresses that others may have kept."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from editorial import inventory, problems

if TYPE_CHECKING:
    from editorial.facts import Facts

ROOT = Path(__file__).resolve().parents[2]

#: Page id, and address in German and in English.
PAGES = {
    "home": ("/de/", "/en/"),
    "services": ("/de/kartendienste/", "/en/map-services/"),
    "try": ("/de/ausprobieren/", "/en/try/"),
    "access": ("/de/zugang/", "/en/access/"),
    "trial": ("/de/testzugang/", "/en/trial/"),
    "privacy": ("/de/datenschutz/", "/en/privacy/"),
    "rights": ("/de/ihre-rechte/", "/en/your-rights/"),
    "for-customers": ("/de/fuer-ihre-datenschutzerklaerung/", "/en/for-your-privacy-notice/"),
    "imprint": ("/de/impressum/", "/en/imprint/"),
    "accessibility": ("/de/barrierefreiheit/", "/en/accessibility/"),
    "versions": ("/de/fassungen/", "/en/versions/"),
    "gateway": ("/", "/"),
    "not-found": ("/404.html", "/404.html"),
}


def test_pages(built_site: Path, facts: Facts) -> None:
    """Every page and every revision is there, at its address in both languages, and no other."""
    with problems.collected() as found:
        taken = inventory.take(ROOT / "content", ROOT)
    assert found == []
    addresses = {
        page: tuple(d.address for lang in ("de", "en") if (d := taken.find(page, lang)))
        for page in taken.pages
    }
    assert addresses == PAGES
    files = {path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html")}
    kept = {
        f"{PAGES[page][index].lstrip('/')}{revision.published.isoformat()}/index.html"
        for page, history in facts.ledger.documents.items()
        for revision in history.revisions
        for index in (0, 1)
    }
    assert kept <= files
    assert files - kept == {
        address.lstrip("/") + ("" if address.endswith(".html") else "index.html")
        for pair in PAGES.values()
        for address in pair
    }


@pytest.mark.parametrize("menu", ["NAVIGATION", "FOOTER_NAVIGATION"])
def test_menus(menu: str) -> None:
    """A menu names pages that exist, each once."""
    ids = getattr(importlib.import_module("pelicanconf"), menu)
    assert set(ids) <= PAGES.keys()
    assert len(ids) == len(set(ids))


def test_the_address_of_the_site_stands_once() -> None:
    """No text, template, setting or module repeats what company.toml says."""
    folders = ("content", "theme", "translations", "editorial", "registers", "pipeline", "plugins")
    files = [ROOT / name for name in ("pelicanconf.py", "publishconf.py", "processing.toml")]
    files += [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    host = re.search(r'site_url = "https://(.*)"', (ROOT / "company.toml").read_text("utf-8"))
    assert host is not None
    assert [
        path.relative_to(ROOT).as_posix()
        for path in files
        if path.suffix != ".pyc" and host[1].encode() in path.read_bytes()
    ] == []
