"""Provisions of law are read in German and in English notation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.citations import Provision, citations, without

#: German, English, and the provisions that both cite.
PAIRS = [
    ("Art. 6 Abs. 1 lit. f DSGVO", "Art. 6(1)(f) GDPR", [("DSGVO", "Art.", "6", "1", "f")]),
    ("Art. 15 DSGVO", "Art. 15 GDPR", [("DSGVO", "Art.", "15", "", "")]),
    ("Artikel 13 Absatz 2 DSGVO", "Article 13(2) GDPR", [("DSGVO", "Art.", "13", "2", "")]),
    ("Art. 44 ff. DSGVO", "Art. 44 ff. GDPR", [("DSGVO", "Art.", "44", "", "")]),
    ("§ 25 Abs. 2 Nr. 2 TDDDG", "§ 25(2) no. 2 TDDDG", [("TDDDG", "§", "25", "2", "2")]),
    ("§ 14b UStG", "§ 14b UStG", [("UStG", "§", "14b", "", "")]),
    (
        "Art. 22 Abs. 1 und 4 DSGVO",
        "Art. 22(1) and (4) GDPR",
        [("DSGVO", "Art.", "22", "1", ""), ("DSGVO", "Art.", "22", "4", "")],
    ),
    (
        "Art. 15, Art. 16 und Art. 17 DSGVO",
        "Art. 15, Art. 16 and Art. 17 GDPR",
        [("DSGVO", "Art.", number, "", "") for number in ("15", "16", "17")],
    ),
    ("Abschnitt 3 Absatz 1", "section 3(1)", []),
]


@pytest.mark.parametrize(("german", "english", "cited"), PAIRS, ids=[p[0] for p in PAIRS])
def test_both_notations(german: str, english: str, cited: list[tuple[str, ...]]) -> None:
    """Both notations name the same provisions."""
    provisions = [Provision(*parts) for parts in cited]
    assert [c.provision for c in citations(f"Nach {german} ist es so.", "de")] == provisions
    assert [c.provision for c in citations(f"Under {english} it is so.", "en")] == provisions


LAW = st.builds(
    Provision,
    st.sampled_from(["DSGVO", "TDDDG", "AO"]),
    st.sampled_from(["Art.", "§"]),
    st.integers(1, 99).map(str),
    st.integers(1, 9).map(str),
    st.sampled_from(["", "a", "f", "2"]),
)


@given(LAW, st.sampled_from(["de", "en"]))
def test_there_and_back(provision: Provision, lang: str) -> None:
    """What is written in either notation is read as the same provision, and taken out whole."""
    written = provision.written(lang)
    assert [c.provision for c in citations(written, lang)] == [provision]
    assert without(written, lang).strip() == ""
