"""An attribute or header not known to be inert that holds a foreign address."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="unknown-attribute",
    severity=Severity.ERROR,
    uses=frozenset({Use.UNKNOWN_ATTRIBUTE}),
    problem='nothing is known about {where}, which holds "{evidence}" at {host}',
    remedy="remove it, name an address of the site, or accept it with a reason in the baseline",
    protects=(
        "An attribute that loads something is caught on the day it appears, not on the "
        "day a list is brought up to date."
    ),
    example='<map-view tiles="https://tiles.example/">',
    fix='<map-view tiles="/tiles/">',
)
