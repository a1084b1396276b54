"""References to findings: one judgement per file, found by the uses it names.

The rules are loaded when the first of them is asked for: a clean folder needs none.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

from firstparty.rules.rule import Rule

if TYPE_CHECKING:
    from firstparty.model import Finding, Reference, Use

    RULES: dict[str, Rule]

__all__ = ["RULES", "Rule", "judge"]


@cache
def _load() -> dict[str, Rule]:
    found = {}
    for module in pkgutil.iter_modules(__path__):
        rule = getattr(importlib.import_module(f"{__name__}.{module.name}"), "RULE", None)
        if isinstance(rule, Rule):
            found[rule.id] = rule
    return dict(sorted(found.items()))


@cache
def _by_use() -> dict[Use, Rule]:
    return {use: rule for rule in _load().values() for use in rule.uses}


def __getattr__(name: str) -> dict[str, Rule]:
    """`RULES`: all rules by their ids."""
    if name == "RULES":
        return _load()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def judge(reference: Reference) -> Finding:
    """The finding of the rule that owns the use of a reference."""
    return _by_use()[reference.use].judge(reference)
