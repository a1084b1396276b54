"""Spaces and hyphens that must not break are set; nothing else is changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.typography import HYPHEN, NO_BREAK, THIN, typeset

#: `_` stands for a space that does not break, `'` for a thin one, `~` for a hyphen that holds.
CASES = {
    "§ 5 DDG": "§_5 DDG",
    "Art. 6 Abs. 1 lit. f DSGVO": "Art._6 Abs._1_lit._f DSGVO",
    "Art. 44 ff. DSGVO": "Art._44_ff. DSGVO",
    "§ 25 Abs. 2 Nr. 2 TDDDG": "§_25 Abs._2 Nr._2 TDDDG",
    "§ 25(2) no. 2 TDDDG": "§_25(2) no._2 TDDDG",
    "Abschnitt 3 Absatz 1": "Abschnitt_3 Absatz_1",
    "see section 3(1)": "see section_3(1)",
    "höchstens 90 Tage lang": "höchstens 90_Tage lang",
    "90 days, 8 years": "90_days, 8_years",
    "1 Jahr, 6 Monate, 24 Stunden": "1_Jahr, 6_Monate, 24_Stunden",
    "bei 200 % und 320 px": "bei 200_% und 320_px",
    "z. B. das": "z.'B. das",
    "d. h. so, u. a. dort": "d.'h. so, u.'a. dort",
    "Omniscale GmbH & Co. KG": "Omniscale GmbH_& Co._KG",
    "Karten – für alle": "Karten_– für alle",
    "E-Mail-Adresse, e-mail": "E~Mail-Adresse, e~mail",
    "Die-Mail, E-Werk": "Die-Mail, E-Werk",
    "5 Tagebücher": "5 Tagebücher",
    "Im Jahr 2026 war": "Im Jahr 2026 war",
    "Ende. Art des Textes": "Ende. Art des Textes",
    "No. Never": "No. Never",
    " ": " ",
    "": "",
}


@pytest.mark.parametrize("plain", CASES)
def test_case(plain: str) -> None:
    """The number stays with its word."""
    signs = str.maketrans({"_": NO_BREAK, "'": THIN, "~": HYPHEN})
    assert typeset(plain) == CASES[plain].translate(signs)


HELD = {(" ", NO_BREAK), (" ", THIN), ("-", HYPHEN)}
WORDS = st.sampled_from(
    ["§", "5", "90", "Tage", "days", "Art.", "Abs.", "lit.", "f", "z.", "B.", "GmbH", "&", "Co."]
) | st.sampled_from(["KG", "–", "Wort", "ff.", "%", "(1)", " ", "E-Mail", "e-mail"])


@given(st.lists(WORDS).map(" ".join) | st.text())
def test_only_spaces_and_hyphens_change(text: str) -> None:
    """Every other character stays where it was, and none comes or goes."""
    done = typeset(text)
    assert len(done) == len(text)
    for before, after in zip(text, done, strict=True):
        assert before == after or (before, after) in HELD


@given(st.lists(WORDS).map(" ".join))
def test_done_once(text: str) -> None:
    """What was typeset stays as it is."""
    assert typeset(typeset(text)) == typeset(text)
