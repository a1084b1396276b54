"""What the preview shows beside a legal text: its clauses, and what is held against its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from messages import speaking
from notices.overview import Entry, Overview, Remark, overviews
from tests.unit.notices import small_corpus
from tests.unit.notices.planted import german

if TYPE_CHECKING:
    from pathlib import Path

RIGHTS = "content/legal/rights.en.md"


def test_clauses(tmp_path: Path) -> None:
    """The tree has every clause with its number, its heading or first words, and its line."""
    clauses = overviews(small_corpus.of(tmp_path).site)["/de/datenschutz/"].clauses
    assert [clause.id for clause in clauses] == ["controller", "declaration"]
    assert clauses[1].children[0] == Entry(
        "access-data",
        "1",
        "Zugriffsdaten",
        13,
        (
            Entry("access-data-period", "(1)", "Wir bewahren sie 90 Tage auf.", 15, ()),
            Entry("access-data-more", "(2)", "Mehr in Abschnitt 2.", 16, ()),
        ),
    )


def test_sound_text(tmp_path: Path) -> None:
    """Every legal document has an overview, in each language, and a sound one no remark."""
    found = overviews(small_corpus.of(tmp_path).site)
    names = ("accessibility", "for-customers", "imprint", "datenschutz", "rights")
    assert sorted(found) == sorted(
        f"/{lang}/{name.replace('datenschutz', 'datenschutz' if lang == 'de' else 'privacy')}/"
        for name in names
        for lang in ("de", "en")
    )
    assert found["/en/rights/"] == Overview(RIGHTS, (Entry("text", "", "Text", 5, ()),), ())


def test_remarks(tmp_path: Path) -> None:
    """What is held against a file names its clause, in the editor's language, and stays with it."""
    gathered = small_corpus.of(tmp_path, german("Das gilt ggf. auch dort."))
    with speaking("de"):
        found = overviews(gathered.site)
    remarks = found["/de/datenschutz/"].remarks
    assert [(remark.severity, remark.rule, remark.line, remark.clause) for remark in remarks] == [
        ("error", "unconfirmed-pair", 20, "cookies-list"),
        ("error", "unpublished-change", 20, "cookies-list"),
        ("note", "hedge", 20, "cookies-list"),
    ]
    assert remarks[-1] == Remark(
        "note",
        "hedge",
        "'ggf.' lässt offen, ob es so ist; sagen Sie, wann es so ist: 'Das gilt ggf. auch dort.'",
        20,
        "cookies-list",
    )
    assert found["/en/privacy/"].remarks == ()
