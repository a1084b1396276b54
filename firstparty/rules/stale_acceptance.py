"""An entry of the baseline that matches nothing any more."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="stale-acceptance",
    severity=Severity.ERROR,
    uses=frozenset({Use.STALE_ACCEPTANCE}),
    problem='the accepted "{evidence}" no longer occurs {detail}',
    remedy="remove the entry from the baseline",
    protects="An acceptance that outlives its reason accepts something nobody has looked at.",
    example="an accepted script that has since been changed",
    fix="an entry for the script as it is",
)
