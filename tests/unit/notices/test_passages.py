"""A legal text is cut into passages: what was written and what is read, clause by clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notices import passages
from tests.unit.notices import small_corpus
from tests.unit.pipeline.failures import PRIVACY, edit

if TYPE_CHECKING:
    from pathlib import Path

CUT = [
    ("top", 0, "", 7, "Datenschutz", "Datenschutz"),
    (
        "controller",
        2,
        "",
        7,
        "## Verantwortlicher {#controller} {{ company.legal_name }}, Telefon {{ company.phone }}",
        "Verantwortlicher Karten GmbH & Co. KG, Telefon to be supplied by the operator",
    ),
    ("declaration", 2, "", 11, "## Erklärung {#declaration}", "Erklärung"),
    ("access-data", 3, "1", 13, "### Zugriffsdaten {#access-data}", "Zugriffsdaten"),
    (
        "access-data-period",
        0,
        "(1)",
        15,
        "1. Wir bewahren sie {{ retention.logs }} auf. {#access-data-period}",
        "Wir bewahren sie 90 Tage auf.",
    ),
    (
        "access-data-more",
        0,
        "(2)",
        16,
        "2. Mehr in [](#cookies). {#access-data-more}",
        "Mehr in Abschnitt 2.",
    ),
    (
        "cookies",
        3,
        "2",
        18,
        "### Cookies {#cookies} {{ table.cookies }}",
        "Cookies tables/cookies.html",
    ),
    (
        "cookies-list",
        0,
        "(1)",
        20,
        "1. Die Tabelle nennt jedes Cookie. {#cookies-list}",
        "Die Tabelle nennt jedes Cookie.",
    ),
]


def cut(root: Path, old: str = "", new: str = "") -> list[tuple[str, int, str, int, str, str]]:
    """Give the passages of the German notice after a change."""
    changes = [edit(PRIVACY, old, new)] if old else []
    text = small_corpus.of(root, *changes).texts["privacy"]["de"]
    return [(p.id, p.level, p.number, p.line, p.source, p.words) for p in text.passages]


def test_cut(tmp_path: Path) -> None:
    """Every line belongs to one passage, a table below a list to the section around both."""
    assert cut(tmp_path)[: len(CUT)] == CUT


def test_long_items(tmp_path: Path) -> None:
    """An item goes on over lines and lists that are set in, up to the next item."""
    old = "1. Wir bewahren sie {{ retention.logs }} auf. {#access-data-period}\n"
    new = (
        "1. Das ist: {#access-data-period}\n    - eins\n    - zwei\n"
        "2. Ohne Kennung\n   geht nichts. {#nothing}\n"
    )
    found = {p[0]: p[3:] for p in cut(tmp_path, old, new)}
    assert found["access-data-period"] == (
        15,
        "1. Das ist: {#access-data-period} - eins - zwei",
        "Das ist: eins zwei",
    )
    assert found["nothing"] == (
        18,
        "2. Ohne Kennung geht nichts. {#nothing}",
        "Ohne Kennung geht nichts.",
    )


def test_code(tmp_path: Path) -> None:
    """What looks like a heading inside a fenced block is none."""
    new = "## Erklärung {#declaration}\n\n```\n## Kein Abschnitt {#none}\n```\n"
    found = cut(tmp_path, "## Erklärung {#declaration}\n", new)
    assert [p[4] for p in found if p[0] == "declaration"] == [
        "## Erklärung {#declaration} ``` ## Kein Abschnitt {#none} ```"
    ]


def test_digest() -> None:
    """Line breaks, spaces and the way an umlaut is composed do not count; every word does."""
    assert passages.digest("Eine  Ä\nZeile\n") == passages.digest("Eine A\u0308 Zeile")
    assert passages.digest("Eine Zeile") != passages.digest("Eine Zeile.")
    assert passages.digest("") == "e3b0c44298fc1c14"


def test_definitions_are_no_clauses() -> None:
    """The anchor of a defined term cuts no clause in two, also where nobody says what one is."""
    html = '<p id="a">Ein <dfn id="term-x">Ding</dfn> ist.</p>'
    assert passages.words_of(html) == {"top": "", "a": "Ein Ding ist."}
