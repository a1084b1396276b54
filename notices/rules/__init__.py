"""The rules for legal texts: one judgement per file, its name is the failing state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notices.rules import (
    altered_revision,
    avoided_term,
    differing_facts,
    differing_figures,
    differing_law,
    differing_links,
    early_effect,
    foreign_words,
    lost_clause,
    unconfirmed_pair,
    uneven_length,
    unpaired_term,
    unpublished_change,
)

if TYPE_CHECKING:
    from notices.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    differing_facts.RULE,
    differing_figures.RULE,
    differing_law.RULE,
    differing_links.RULE,
    unpaired_term.RULE,
    avoided_term.RULE,
    foreign_words.RULE,
    uneven_length.RULE,
    unconfirmed_pair.RULE,
    unpublished_change.RULE,
    altered_revision.RULE,
    early_effect.RULE,
    lost_clause.RULE,
)
