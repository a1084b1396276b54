"""Provisions of law as texts cite them: `Art. 6 Abs. 1 lit. f DSGVO`, `Art. 6(1)(f) GDPR`.

German notation follows the Handbuch der Rechtsförmlichkeit (no. 168 ff.), English notation the
official English text of the GDPR. Both give the same `Provision`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Laws that have another short name in English.
ENGLISH: Final = {"DSGVO": "GDPR"}
#: Short names that texts give a law; the German one is what a `Provision` holds.
LAWS: Final = (
    *("DSGVO", "BDSG", "TDDDG", "DDG", "AO", "HGB", "UStG", "BGB", "UrhG", "BFSG"),
    *("TMG", "TTDSG", "TKG"),
)
_GERMAN_NAMES = {**{law: law for law in LAWS}, "GDPR": "DSGVO", "DS-GVO": "DSGVO"}
_LAW = rf"(?P<law>{'|'.join(sorted(_GERMAN_NAMES, key=len, reverse=True))})"
_SIGN = r"(?P<sign>Art(?:\.|ikels?|icles?)|§§?)\s?"

_GERMAN = re.compile(
    rf"""{_SIGN}(?P<number>\d+[a-z]?)
    (?:\s(?:Abs\.|Absatz)\s(?P<paragraph>\d+)(?P<more>(?:(?:,|\s(?:und|oder|bis))\s\d+)*))?
    (?:\s(?:lit\.|Buchst\.|Buchstabe)\s(?P<letter>[a-z])|\s(?:Nr\.|Nummer)\s(?P<item>\d+))?
    (?P<following>\sff?\.)?
    (?:\s{_LAW}\b)?""",
    re.VERBOSE,
)
_ENGLISH = re.compile(
    rf"""{_SIGN}(?P<number>\d+[a-z]?)
    (?:\((?P<paragraph>\d+)\)(?P<more>(?:(?:,|\s(?:and|or|to))\s\(\d+\))*))?
    (?:\((?P<letter>[a-z])\)|\sno\.\s(?P<item>\d+))?
    (?P<following>\sff?\.)?
    (?:\s{_LAW}\b)?""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, order=True)
class Provision:
    """One provision; what the citation leaves open is "". `law` is the German short name."""

    law: str
    sign: str
    number: str
    paragraph: str = ""
    point: str = ""

    def written(self, lang: str) -> str:
        """Write it in the notation of a language."""
        law = ENGLISH.get(self.law, self.law) if lang == "en" else self.law
        parts = [f"{self.sign} {self.number}"]
        if lang == "en":
            parts[0] += f"({self.paragraph})" if self.paragraph else ""
            lettered = f"({self.point})" if self.point.isalpha() else ""
            parts[0] += lettered
            parts += [f"no. {self.point}"] if self.point and not lettered else []
        else:
            parts += [f"Abs. {self.paragraph}"] if self.paragraph else []
            word = "lit." if self.point.isalpha() else "Nr."
            parts += [f"{word} {self.point}"] if self.point else []
        return " ".join([*parts, law] if law else parts)


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision and the exact text that cites it."""

    provision: Provision
    text: str


def citations(text: str, lang: str) -> Iterator[Citation]:
    """Give every provision that a text cites; a law named once at the end counts for a row."""
    pattern = _GERMAN if lang == "de" else _ENGLISH
    found = [(m, _GERMAN_NAMES.get(m["law"] or "", "")) for m in pattern.finditer(text)]
    law = ""
    for index in range(len(found) - 1, -1, -1):
        match, own = found[index]
        joined = index + 1 < len(found) and _row(text[match.end() : found[index + 1][0].start()])
        law = own or (law if joined else "")
        found[index] = (match, law)
    for match, name in found:
        sign = "§" if match["sign"].startswith("§") else "Art."
        paragraphs = [match["paragraph"] or "", *re.findall(r"\d+", match["more"] or "")]
        for paragraph in paragraphs:
            point = match["letter"] or match["item"] or ""
            yield Citation(Provision(name, sign, match["number"], paragraph, point), match[0])


def without(text: str, lang: str) -> str:
    """Give a text without its citations."""
    return (_GERMAN if lang == "de" else _ENGLISH).sub(" ", text)


def _row(between: str) -> bool:
    """Tell whether two citations stand in one row: `Art. 15, 16 und Art. 17 DSGVO`."""
    return re.fullmatch(r"\s*(?:,|und|and|oder|or|bis|to|–|sowie)\s*", between) is not None
