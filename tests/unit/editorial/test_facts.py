"""Facts by the keys of their placeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editorial import facts
from tests.unit.pipeline import small_site

if TYPE_CHECKING:
    from pathlib import Path


def test_values(tmp_path: Path) -> None:
    """Every fact has a key, its words follow the language, and a gap is empty."""
    small_site.write(tmp_path)
    company = tmp_path / "company.toml"
    officer = 'officer = { de = "Niemand", en = "Nobody" }'
    company.write_text(company.read_text().replace('officer = ""', officer))
    known = facts.load(tmp_path)
    german, english = facts.values(known, "de"), facts.values(known, "en")
    assert german.keys() == english.keys()
    assert {key: (german[key], english[key]) for key in german if german[key] != english[key]} == {
        "company.data_protection.officer": ("Niemand", "Nobody"),
        "company.country_name": ("Deutschland", "Germany"),
        "company.address": (
            "Hafenstraße 1, 26122 Oldenburg, Deutschland",
            "Hafenstraße 1, 26122 Oldenburg, Germany",
        ),
        "retention.logs": ("90 Tage", "90 days"),
        "cookies.language.lifetime": ("180 Tage", "180 days"),
        "cookies.session.lifetime": ("Ende der Browsersitzung", "end of the browser session"),
        "claims.quiet": ("Keine Seite lädt Fremdes.", "No page loads anything foreign."),
        "revision.privacy.published": ("24. November 2026", "24 November 2026"),
        "revision.privacy.effective": ("1. Dezember 2026", "1 December 2026"),
    }
    assert (german["company.phone"], german["company.legal_name"]) == ("", "Karten GmbH & Co. KG")
    assert (german["anonymisation.ipv4_prefix"], german["revision.privacy.version"]) == ("24", "1")
