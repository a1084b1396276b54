"""Every page is known before the first one is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editorial import inventory, problems

if TYPE_CHECKING:
    from pathlib import Path


def write(root: Path, name: str, address: str) -> None:
    """Write a page."""
    path = root / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"Title: x\nAddress: {address}\nDescription: x\n\n")


def test_pages(tmp_path: Path) -> None:
    """Pages are found by id and language, by address and by source; each knows its twin."""
    write(tmp_path, "pages/home.de.md", "/de/")
    write(tmp_path, "pages/home.en.md", "/en/")
    write(tmp_path, "pages/gateway.md", "/")
    write(tmp_path, "legal/privacy.de.md", "/de/datenschutz/")
    write(tmp_path, "legal/privacy.en.md", "/en/privacy/")
    write(tmp_path, "legal/snippets/paragraph.de.md", "/de/x/")
    (tmp_path / "content/legal/ledger.toml").write_text("")
    with problems.collected() as found:
        taken = inventory.take(tmp_path / "content", tmp_path)
    assert found == []
    german, english = taken.find("home", "de"), taken.find("home", "en")
    assert german is not None
    assert english is not None
    assert (german.address, english.address) == ("/de/", "/en/")
    assert (taken.twin(german), taken.twin(english)) == (english, german)
    gateway = taken.find("gateway", "en")
    assert gateway is not None
    assert gateway is taken.by_address["/"]
    assert taken.twin(gateway) is None
    assert taken.find("nowhere", "de") is None
    assert sorted(taken.by_name) == [
        "content/legal/privacy.de.md",
        "content/legal/privacy.en.md",
        "content/pages/gateway.md",
        "content/pages/home.de.md",
        "content/pages/home.en.md",
    ]
    assert sorted(taken.by_address) == ["/", "/de/", "/de/datenschutz/", "/en/", "/en/privacy/"]


def test_templates(tmp_path: Path) -> None:
    """A page that names no template of the theme is reported where it names it."""
    write(tmp_path, "pages/gateway.md", "/")
    with problems.collected() as found:
        taken = inventory.take(tmp_path / "content", tmp_path)
        inventory.judge_templates(taken, {"page"})
        assert found == []
        inventory.judge_templates(taken, {"legal", "home"})
    assert list(map(str, found)) == [
        "content/pages/gateway.md:1:1: there is no template 'page'; known are home, legal"
    ]
