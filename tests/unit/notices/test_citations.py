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
    (
        "Art. 15, 16 und Art. 17 DSGVO",
        "Art. 15, 16 and Art. 17 GDPR",
        [("DSGVO", "Art.", number, "", "") for number in ("15", "16", "17")],
    ),
    *(
        (german, english, [("DSGVO", "Art.", number, "", "") for number in ("15", "16", "17")])
        for german, english in (
            ("Art. 15 bis 17 DSGVO", "Art. 15 to 17 GDPR"),
            ("Art. 15–17 DSGVO", "Art. 15–17 GDPR"),
            ("den Artikeln 15 bis 17 DSGVO", "Articles 15 to 17 GDPR"),
            ("Art. 15 bis Art. 17 DSGVO", "Art. 15 to Art. 17 GDPR"),
            ("Art. 15, 16 bis Art. 17 DSGVO", "Art. 15, 16 to Art. 17 GDPR"),
            ("Art. 15, 16 und 17 DSGVO", "Art. 15, 16 and 17 GDPR"),
        )
    ),
    (
        "Art. 15 bis 18, 20 und 21 DSGVO",
        "Articles 15 to 18, 20 and 21 GDPR",
        [("DSGVO", "Art.", number, "", "") for number in ("15", "16", "17", "18", "20", "21")],
    ),
    (
        "Art. 6 Abs. 1 bis 3 DSGVO",
        "Art. 6(1) to (3) GDPR",
        [("DSGVO", "Art.", "6", number, "") for number in ("1", "2", "3")],
    ),
    (
        "Art. 12 und 13 Abs. 2 lit. b DSGVO",
        "Art. 12 and 13(2)(b) GDPR",
        [("DSGVO", "Art.", "12", "", ""), ("DSGVO", "Art.", "13", "2", "b")],
    ),
    (
        "§§ 14a bis 14c UStG",
        "§§ 14a to 14c UStG",
        [("UStG", "§", "14a", "", ""), ("UStG", "§", "14c", "", "")],
    ),
    (
        "Art. 18 bis 15 DSGVO",
        "Art. 18 to 15 GDPR",
        [("DSGVO", "Art.", n, "", "") for n in ("18", "15")],
    ),
    ("Art. 15 DSGVO und 30 Tage", "Art. 15 GDPR and 30 days", [("DSGVO", "Art.", "15", "", "")]),
    ("Art. 15 und 30 Tage", "Art. 15 and 30 days", [("", "Art.", "15", "", "")]),
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
