"""What the registers hold, said in German and in English; numbers and dates by Babel (CLDR)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date
from babel.units import format_unit

if TYPE_CHECKING:
    import datetime as dt

    from registers.processing import Cookie, Retention

#: British English: the site addresses international readers.
LOCALES = {"de": Locale("de", "DE"), "en": Locale("en", "GB")}

BASES = {
    "art-6-1-b": {"de": "Art. 6 Abs. 1 lit. b DSGVO", "en": "Art. 6(1)(b) GDPR"},
    "art-6-1-c": {"de": "Art. 6 Abs. 1 lit. c DSGVO", "en": "Art. 6(1)(c) GDPR"},
    "art-6-1-f": {"de": "Art. 6 Abs. 1 lit. f DSGVO", "en": "Art. 6(1)(f) GDPR"},
    "tdddg-25-2-2": {"de": "§ 25 Abs. 2 Nr. 2 TDDDG", "en": "§ 25(2) no. 2 TDDDG"},
}

_SESSION = {"de": "Ende der Browsersitzung", "en": "end of the browser session"}


def date(value: dt.date, lang: str) -> str:
    """Write a date in full: `23. November 2026`, `23 November 2026`."""
    return format_date(value, "long", locale=LOCALES[lang])


def duration(count: int, unit: str, lang: str) -> str:
    """Write a duration: `90 Tage`, `90 days`; unit is `day`, `month` or `year`."""
    return str(format_unit(count, f"duration-{unit}", locale=LOCALES[lang]))


def period(retention: Retention, lang: str) -> str:
    """Say how long something is kept; "" for an open gap."""
    return duration(retention.count, retention.unit, lang) if retention.unit else ""


def lifetime(cookie: Cookie, lang: str) -> str:
    """Say how long a cookie lives."""
    if isinstance(cookie.lifetime, str):
        return _SESSION[lang]
    return duration(cookie.lifetime.days, "day", lang)


def country(code: str, lang: str) -> str:
    """Name a country by its ISO 3166 code."""
    return str(LOCALES[lang].territories[code])
