"""The catalogues of this repository are whole, and the check says when they are not."""

from __future__ import annotations

import shutil
from pathlib import Path

from editorial import extraction
from pipeline.check import words

ROOT = Path(__file__).parents[3]
CHECKS = "translations/de/LC_MESSAGES/checks.po"


def copy(root: Path) -> None:
    """Copy whatever has words, and the catalogues."""
    patterns = [pattern for domain in extraction.DOMAINS for pattern in domain.methods]
    for name in {"translations", *(pattern.partition("/")[0] for pattern in patterns)}:
        shutil.copytree(ROOT / name, root / name)


def test_whole() -> None:
    """No message of the theme or of the checks is missing, fuzzy, unused or broken."""
    assert list(map(str, words())) == []


def test_unused_and_missing(tmp_path: Path) -> None:
    """A message that the theme lost or won is named in both catalogues."""
    copy(tmp_path)
    template = tmp_path / "theme/templates/page.html"
    template.write_text(template.read_text("utf-8") + '{{ _("Planted words") }}', "utf-8")
    assert [f"{finding} ({finding.rule})" for finding in words(tmp_path)] == [
        (
            f"translations/{lang}/LC_MESSAGES/messages.po:1:1: the message 'Planted words' is "
            "missing; run `inv translate` and write its words (missing-message)"
        )
        for lang in ("de", "en")
    ]


def test_unused_and_missing_of_checks(tmp_path: Path) -> None:
    """A message that the checks lost or won is named in the German catalogue."""
    copy(tmp_path)
    rule = tmp_path / "notices/rules/avoided_term.py"
    text = rule.read_text("utf-8")
    assert text.count("is not our word for it") == 1
    rule.write_text(text.replace("is not our word for it", "is planted"), "utf-8")
    places = [
        (finding.location.path, finding.location.line > 1, finding.message, finding.rule)
        for finding in words(tmp_path)
    ]
    assert places == [
        (
            CHECKS,
            False,
            "the message ''{word}' is planted; write '{wanted}'' is missing; "
            "run `inv translate` and write its words",
            "missing-message",
        ),
        (
            CHECKS,
            True,
            "the message ''{word}' is not our word for it; write '{wanted}'' is used nowhere; "
            "run `inv translate`",
            "unused-message",
        ),
    ]


def test_unreadable_checks(tmp_path: Path) -> None:
    """A catalogue of the checks that is none is named, and the theme is judged all the same."""
    copy(tmp_path)
    (tmp_path / CHECKS).write_text('msgid ""\nmsgstr ""\n\nmsgid "a\n', "utf-8")
    (tmp_path / "translations/en/LC_MESSAGES/messages.po").unlink()
    assert [f"{finding} ({finding.rule})" for finding in words(tmp_path)] == [
        "translations/en/LC_MESSAGES/messages.po:1:1: the catalogue is missing; "
        "run `inv translate` (unreadable-catalogue)",
        f"{CHECKS}:4:1: this text does not end with a quotation mark; add it "
        "(unreadable-catalogue)",
    ]


def test_unreadable_template(tmp_path: Path) -> None:
    """A template that is none is named once; the checks' own words are judged all the same."""
    copy(tmp_path)
    (tmp_path / "theme/templates/page.html").write_bytes(b"<p>\n{% if %}\n")
    (tmp_path / CHECKS).unlink()
    assert [f"{finding} ({finding.rule})" for finding in words(tmp_path)] == [
        "theme/templates/page.html:2:1: the template does not work: Expected an expression, got "
        "'end of statement block'; correct it (broken-template)",
        f"{CHECKS}:1:1: the catalogue is missing; run `inv translate` (unreadable-catalogue)",
    ]


def test_unreadable_module(tmp_path: Path) -> None:
    """A module that holds words of both kinds and is no Python is named once."""
    copy(tmp_path)
    (tmp_path / "editorial/site.py").write_text("x = (\n", "utf-8")
    assert [f"{finding} ({finding.rule})" for finding in words(tmp_path)] == [
        "editorial/site.py:2:1: this is no Python: EOF in multi-line statement; correct it "
        "(broken-module)"
    ]
