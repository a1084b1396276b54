"""A foreign address in data that a page may load."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-data-url",
    severity=Severity.WARNING,
    uses=frozenset({Use.DATA}),
    problem='{where} holds the address "{evidence}" at {host}, which a script may follow',
    remedy="name an address of the site, or accept it with a reason in the baseline",
    protects=(
        "Configuration and data of a script often hold the addresses it contacts; the "
        "file alone does not show which."
    ),
    example='{"tiles": ["https://tiles.example/{z}/{x}/{y}.png"]}',
    fix='{"tiles": ["/tiles/{z}/{x}/{y}.png"]}',
)
