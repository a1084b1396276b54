"""Spaces and hyphens that must not break, set by the build so that editors type plain ones.

Rules: DIN 5008 for German abbreviations; for citations of law the same in both languages.
"""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
THIN = "\u202f"
HYPHEN = "\u2011"

_UNITS = "Tage?n?|days?|Monate?n?|months?|Jahre?n?|years?|Stunden?|hours?|Uhr|KB|px|%|°"
#: One pass over a text. Whatever is found contains the one space or hyphen to replace; the group
#: is named where it becomes a thin space or a hyphen that holds.
_BREAKS = re.compile(
    "|".join(
        (
            # Art. 6, Abs. 1, lit. f, Nr. 2, no. 2, § 5: the number stays with its word
            r"\b(?:Art|Abs|lit|Nr|no|nos|S)\. (?=\d|[a-z]\b)",
            r"§ (?=\d)",
            r"\b(?:Abschnitt|Absatz|[Ss]ection|[Pp]aragraph|Artikel|Article) (?=\d)",
            r"(?<=\d) (?=ff\.|lit\.)",
            rf"(?<=\d) (?=(?:{_UNITS})(?!\w))",
            # z. B., d. h., u. a.
            r"(?P<thin>\b[zduo]\. (?=[BhaÄ]\.))",
            # the name of the operator's kind of company, and an ampersand, stay whole
            r"(?<=GmbH) (?=& Co)",
            r"(?<=& Co\.) (?=KG)",
            # a dash begins no line
            r" (?=– )",
            # a single letter ends no line
            r"(?P<hyphen>\b[Ee]-(?=[Mm]ail))",
        )
    )
)
#: Every rule needs one of these; most sentences have none, and one look is cheaper than all rules.
_WORTH_A_LOOK = re.compile(r"[\d&–]|\b[Ee]-|\b(?:Art|Abs|lit|Nr|no|nos|S|[zduo])\. ")


def typeset(text: str) -> str:
    """Replace the spaces and hyphens that must not break; change nothing else."""
    return _BREAKS.sub(_hold, text) if _WORTH_A_LOOK.search(text) else text


def _hold(match: re.Match[str]) -> str:
    if match.lastgroup == "hyphen":
        return match[0].replace("-", HYPHEN)
    return match[0].replace(" ", THIN if match.lastgroup == "thin" else NO_BREAK)
