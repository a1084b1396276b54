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
    hedge,
    long_sentence,
    lost_clause,
    missing_disclosure,
    passive_without_actor,
    stale_law,
    typed_period,
    unconfirmed_pair,
    uneven_length,
    unknown_basis,
    unknown_cookie,
    unknown_document,
    unknown_recipient,
    unpaired_term,
    unproven_absolute,
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
    missing_disclosure.RULE,
    unknown_basis.RULE,
    unknown_cookie.RULE,
    unknown_recipient.RULE,
    typed_period.RULE,
    stale_law.RULE,
    unconfirmed_pair.RULE,
    unpublished_change.RULE,
    unknown_document.RULE,
    altered_revision.RULE,
    early_effect.RULE,
    lost_clause.RULE,
    hedge.RULE,
    unproven_absolute.RULE,
    long_sentence.RULE,
    passive_without_actor.RULE,
)
