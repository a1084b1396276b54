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
_SIGN = r"(?P<sign>Art(?:\.|ikel[ns]?|icles?)|§§?)\s?"
#: What joins numbers of one row: `15 bis 18`, `15–18`, `20 und 21`.
_TO: Final = r"\s?[–-]\s?|\s(?:bis|to)\s"
_AND: Final = r",\s|\s(?:und|oder|sowie|and|or)\s"
#: More numbers, as far as no other word follows: in `Art. 15 und 30 Tage`, 30 is no article.
_NUMBERS = rf"""(?P<number>\d+[a-z]?)
    (?P<others>(?:(?:{_TO}|{_AND})\d+[a-z]?(?![\w%])
        (?=\s(?:{"|".join(_GERMAN_NAMES)}|Abs|lit|Buchst|Nr|Nummer|no\.|ff?\.)|{_TO}|{_AND}|[(.;:)]|$))*)"""

_GERMAN = re.compile(
    rf"""{_SIGN}{_NUMBERS}
    (?:\s(?:Abs\.|Absatz)\s(?P<paragraph>\d+)(?P<more>(?:(?:,|\s(?:und|oder|bis)|–)\s?\d+)*))?
    (?:\s(?:lit\.|Buchst\.|Buchstabe)\s(?P<letter>[a-z])|\s(?:Nr\.|Nummer)\s(?P<item>\d+))?
    (?P<following>\sff?\.)?
    (?:\s{_LAW}\b)?""",
    re.VERBOSE,
)
_ENGLISH = re.compile(
    rf"""{_SIGN}{_NUMBERS}
    (?:\((?P<paragraph>\d+)\)(?P<more>(?:(?:,|\s(?:and|or|to)|–)\s?\(\d+\))*))?
    (?:\((?P<letter>[a-z])\)|\sno\.\s(?P<item>\d+))?
    (?P<following>\sff?\.)?
    (?:\s{_LAW}\b)?""",
    re.VERBOSE,
)
_STEP = re.compile(r"(?P<join>[^\d(]*)\(?(?P<number>\d+[a-z]?)\)?")
#: A range of more articles than this is a slip of the pen, of which only the ends count.
_LONGEST: Final = 50


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
    """Give every provision that a text cites; a law named once at the end counts for a row.

    A range gives every article or paragraph in it: `Art. 15 bis 18` cites four.
    """
    pattern = _GERMAN if lang == "de" else _ENGLISH
    found = [(m, _GERMAN_NAMES.get(m["law"] or "", "")) for m in pattern.finditer(text)]
    law = ""
    for index in range(len(found) - 1, -1, -1):
        match, own = found[index]
        following = found[index + 1][0] if index + 1 < len(found) else None
        joined = following is not None and _row(text[match.end() : following.start()])
        law = own or (law if joined else "")
        found[index] = (match, law)
    for index, (match, name) in enumerate(found):
        sign = "§" if match["sign"].startswith("§") else "Art."
        *whole, number = _numbers(match["number"], match["others"])
        before = found[index - 1][0] if index else None
        if before is not None and _range(text[before.end() : match.start()]):
            last = _numbers(before["number"], before["others"])[-1]
            whole = [*_numbers(last, f" to {match['number']}")[1:-1], *whole]
        for other in whole:
            yield Citation(Provision(name, sign, other), match[0])
        for paragraph in _numbers(match["paragraph"] or "", match["more"] or ""):
            point = match["letter"] or match["item"] or ""
            yield Citation(Provision(name, sign, number, paragraph, point), match[0])


def _numbers(first: str, others: str) -> list[str]:
    """Give all numbers of a row, those between the ends of a range too."""
    found = [first]
    for step in _STEP.finditer(others):
        last, number = found[-1], step["number"]
        if _range(step["join"]) and last.isdigit() and number.isdigit():
            between = range(int(last) + 1, int(number))
            found += map(str, between if len(between) < _LONGEST else ())
        found.append(number)
    return found


def without(text: str, lang: str) -> str:
    """Give a text without its citations."""
    return (_GERMAN if lang == "de" else _ENGLISH).sub(" ", text)


def _row(between: str) -> bool:
    """Tell whether two citations stand in one row: `Art. 15, 16 und Art. 17 DSGVO`."""
    return re.fullmatch(r"\s*(?:,|und|and|oder|or|bis|to|–|sowie)\s*", between) is not None


def _range(between: str) -> bool:
    """Tell whether what stands between two numbers makes a range of them."""
    return re.fullmatch(r"\s*(?:bis|to|–|-)\s*", between) is not None
