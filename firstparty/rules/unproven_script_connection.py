"""A use of the network by a script that cannot be shown to stay at home."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="unproven-script-connection",
    severity=Severity.ERROR,
    uses=frozenset({Use.SCRIPT_INTERFACE}),
    problem='{where} in "{evidence}" cannot be shown to stay at the site',
    remedy=(
        "write the address as a literal of the site, or accept the reviewed script in the baseline"
    ),
    protects="An address put together at run time can lead anywhere.",
    example="fetch(base + path)",
    fix='fetch("/tiles/index.json")',
)
