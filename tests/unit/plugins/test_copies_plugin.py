"""What a build writes beside a notice while a newer revision of it is coming."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from pipeline.build import build
from tests.unit.notices.acting import coming

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small site, whose notice gets another text on 9 January 2027."""
    root = tmp_path_factory.mktemp("sources")
    coming(root)
    output = tmp_path_factory.mktemp("published") / "site"
    assert build(output, root / "pelicanconf.py") == ()
    return output


def test_copies_are_of_the_text_in_force(output: Path) -> None:
    """Both copies keep the text that applies, and announce the coming one as the page does."""
    for suffix, version in ((".txt", "Version       1\n"), (".md", "- **Version:** 1\n")):
        text = (output / f"en/privacy/privacy{suffix}").read_text("utf-8")
        assert version in text
        assert "A new version applies from 9 January 2027." in text
        assert "https://maps.example/en/privacy/2026-12-10/" in text
        assert "The table names every cookie." in text
        assert "Different." not in text


def test_tilt_is_of_the_coming_text(output: Path) -> None:
    """TILT speaks of the coming text, is not in force, and names the page that says the same."""
    for lang, address in (("de", "/de/datenschutz/"), ("en", "/en/privacy/")):
        meta = json.loads((output / f"privacy/tilt.{lang}.json").read_bytes())["meta"]
        assert (meta["revision"], meta["status"], meta["effective"], meta["url"]) == (
            "2",
            "inactive",
            "2027-01-09",
            f"https://maps.example{address}2026-12-10/",
        )


def test_only_the_notice_itself_offers_other_forms(output: Path) -> None:
    """The page of a revision links to no copies and has none."""
    offered = {
        page: [
            (link.attributes["href"], link.attributes["type"], link.text())
            for link in LexborHTMLParser((output / page / "index.html").read_bytes()).css("a[type]")
        ]
        for page in ("en/privacy", "en/privacy/2026-12-10", "en/privacy/2026-11-25")
    }
    assert offered == {
        "en/privacy": [
            ("/en/privacy/privacy.txt", "text/plain", "plain text"),
            ("/en/privacy/privacy.md", "text/markdown", "Markdown"),
            ("/privacy/tilt.en.json", "application/json", "TILT (JSON)"),
        ],
        "en/privacy/2026-12-10": [],
        "en/privacy/2026-11-25": [],
    }
    assert sorted(p.relative_to(output).as_posix() for p in output.rglob("privacy*.md")) == [
        "en/privacy/privacy.md"
    ]
