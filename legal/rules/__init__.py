"""The rules for legal texts: one judgement per file, its name is the failing state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legal.rules import (
    avoided_term,
    differing_facts,
    differing_figures,
    differing_law,
    differing_links,
    foreign_words,
    uneven_length,
    unpaired_term,
)

if TYPE_CHECKING:
    from legal.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    differing_facts.RULE,
    differing_figures.RULE,
    differing_law.RULE,
    differing_links.RULE,
    unpaired_term.RULE,
    avoided_term.RULE,
    foreign_words.RULE,
    uneven_length.RULE,
)
