"""Spaces that must not break, set by the build so that editors type plain ones.

Rules: DIN 5008 for German abbreviations; for citations of law the same in both languages.
"""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
THIN = "\u202f"

_UNITS = "Tage?n?|days?|Monate?n?|months?|Jahren?|years?|Stunden?|hours?|Uhr|KB|px|%|°"
_RULES = (
    # Art. 6, Abs. 1, lit. f, Nr. 2, no. 2, § 5: the number stays with its word
    (re.compile(r"\b(Art|Abs|lit|Nr|no|Nos|ff|S)\. (?=[\da-z]\b|\d)"), rf"\1.{NO_BREAK}"),
    (re.compile(r"(§§?) (?=\d)"), rf"\1{NO_BREAK}"),
    (re.compile(r"(?<=\d) (?=ff\.)"), NO_BREAK),
    (
        re.compile(r"\b(Abschnitt|Absatz|section|paragraph|Artikel|Article) (?=\d)"),
        rf"\1{NO_BREAK}",
    ),
    # z. B., d. h., u. a.
    (re.compile(r"\b([zduo])\. (?=[BhaÄ]\.)"), rf"\1.{THIN}"),
    (re.compile(rf"(?<=\d) (?=(?:{_UNITS})\b)"), NO_BREAK),
    (re.compile(r"\bGmbH & Co\. KG\b"), f"GmbH{NO_BREAK}& Co.{NO_BREAK}KG"),
    # a dash begins no line
    (re.compile(r" (?=– )"), NO_BREAK),
)


def typeset(text: str) -> str:
    """Replace the spaces that must not break; change nothing else."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text
