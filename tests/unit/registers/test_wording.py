"""Facts in German and in English."""

from __future__ import annotations

import datetime as dt

import pytest

from registers import wording
from registers.company import Localised
from registers.processing import Cookie, Days, Retention

REASON = Localised(de="Grund", en="reason")
WORDS = Localised(de="Worte", en="words")


def cookie(lifetime: str | Days) -> Cookie:
    """Give a cookie that lives so long."""
    return Cookie.model_validate(
        {
            "set_by": WORDS,
            "purpose": WORDS,
            "lifetime": lifetime,
            "path": "/",
            "secure": True,
            "http_only": lifetime == "session",
            "same_site": "Lax",
        }
    )


@pytest.mark.parametrize(
    ("lang", "expected"), [("de", "1. Dezember 2026"), ("en", "1 December 2026")]
)
def test_date(lang: str, expected: str) -> None:
    """A date is written in full, the British way in English."""
    assert wording.date(dt.date(2026, 12, 1), lang) == expected


@pytest.mark.parametrize(
    ("count", "unit", "german", "english"),
    [
        (1, "day", "1 Tag", "1 day"),
        (90, "day", "90 Tage", "90 days"),
        (1, "month", "1 Monat", "1 month"),
        (6, "month", "6 Monate", "6 months"),
        (1, "year", "1 Jahr", "1 year"),
        (10, "year", "10 Jahre", "10 years"),
    ],
)
def test_duration(count: int, unit: str, german: str, english: str) -> None:
    """A duration has its number and the right form of its unit."""
    assert wording.duration(count, unit, "de") == german
    assert wording.duration(count, unit, "en") == english


@pytest.mark.parametrize(
    ("retention", "expected"),
    [
        (Retention(days=90, reason=REASON), "90 Tage"),
        (Retention(months=3, reason=REASON), "3 Monate"),
        (Retention(years=8, reason=REASON), "8 Jahre"),
        (Retention(period="", reason=REASON), ""),
    ],
)
def test_period(retention: Retention, expected: str) -> None:
    """A period says how long, and nothing while nobody knows."""
    assert wording.period(retention, "de") == expected


def test_lifetime() -> None:
    """A cookie lives for days, or as long as the browser session."""
    assert wording.lifetime(cookie(Days(days=180)), "en") == "180 days"
    assert wording.lifetime(cookie("session"), "de") == "Ende der Browsersitzung"


def test_cookie_header() -> None:
    """A cookie is written as RFC 6265 spells it; a session cookie has no age."""
    assert cookie(Days(days=180)).header("language", "de") == (
        "language=de; Path=/; Max-Age=15552000; Secure; SameSite=Lax"
    )
    assert cookie("session").header("session", "x") == (
        "session=x; Path=/; Secure; HttpOnly; SameSite=Lax"
    )


def test_country() -> None:
    """A country has its name in both languages."""
    assert (wording.country("DE", "de"), wording.country("DE", "en")) == ("Deutschland", "Germany")
