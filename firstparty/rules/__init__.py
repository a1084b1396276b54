"""References to findings: one judgement per file, found by the uses it names."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, Final

from firstparty.rules.rule import Rule

if TYPE_CHECKING:
    from firstparty.model import Finding, Reference, Use

__all__ = ["RULES", "Rule", "judge"]


def _load() -> dict[str, Rule]:
    found = {}
    for module in pkgutil.iter_modules(__path__):
        rule = getattr(importlib.import_module(f"{__name__}.{module.name}"), "RULE", None)
        if isinstance(rule, Rule):
            found[rule.id] = rule
    return dict(sorted(found.items()))


RULES: Final[dict[str, Rule]] = _load()
_BY_USE: Final[dict[Use, Rule]] = {use: rule for rule in RULES.values() for use in rule.uses}


def judge(reference: Reference) -> Finding:
    """The finding of the rule that owns the use of a reference."""
    return _BY_USE[reference.use].judge(reference)
