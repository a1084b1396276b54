"""The words on the maps, in both languages."""

from typing import NamedTuple

LANGUAGES = ("de", "en")
EAST = {"de": "O", "en": "E"}


class Words(NamedTuple):
    """One thing, said twice."""

    de: str
    en: str

    def in_(self, language: str) -> str:
        """Return the words in `language`."""
        return str(getattr(self, language))


def degrees(value: float, axis: int, language: str) -> str:
    """Return a longitude (axis 0, east of Greenwich) or a northern latitude (axis 1)."""
    minutes = round(value * 60)
    whole, rest = divmod(abs(minutes), 60)
    direction = "N" if axis else (EAST[language] if minutes >= 0 else "W")
    written = f"{whole}°" + (f"\u2009{rest:02}′" if rest else "")
    return written if minutes == 0 and not axis else f"{written}\u00a0{direction}"
