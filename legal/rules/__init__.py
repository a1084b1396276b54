"""The rules for legal texts: one judgement per file, its name is the failing state."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legal.rules.rule import Rule

#: In the order in which an editor reads their findings for one place.
RULES: tuple[Rule, ...] = ()
