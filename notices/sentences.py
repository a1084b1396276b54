"""Sentences of a text, for rules about its style; abbreviations end none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from notices.prose import blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.passages import Passage

_ABBREVIATION = re.compile(
    r"(?:\b(?:Art|Abs|Nr|lit|bzw|ggf|ca|etc|vgl|usw|Co|no|nos|ff|f|e\.g|i\.e|z\.\s?B|d\.\s?h|u\.\s?a"
    r"|\d{1,2})\.)$"
)
_END = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÄÖÜ„“\"(\d])")


def sentences(text: str) -> Iterator[str]:
    """Give the sentences of a text with single spaces."""
    kept = ""
    for part in _END.split(text):
        kept = f"{kept} {part}".strip()
        if not _ABBREVIATION.search(kept):
            yield kept
            kept = ""
    if kept:
        yield kept


def passage_sentences(passage: Passage) -> Iterator[str]:
    """Give the sentences that an author typed in a passage; no sentence goes over two blocks."""
    for block in blocks(passage.raw):
        yield from sentences(block)


def words(sentence: str) -> list[str]:
    """Give the words of a sentence; figures and signs are none."""
    return re.findall(r"[^\W\d_]+(?:[-’'‑][^\W\d_]+)*", sentence)
