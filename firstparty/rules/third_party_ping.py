"""A notice to another host that a link was followed."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-ping",
    severity=Severity.ERROR,
    uses=frozenset({Use.PING}),
    problem=(
        '{where} would tell {host} at "{evidence}" that a link was followed or a picture was seen'
    ),
    remedy="remove the attribute",
    protects="The request is made without a word beside the one the visitor asked for.",
    example='<a href="/map" ping="https://count.example/click">Map</a>',
    fix='<a href="/map">Map</a>',
)
