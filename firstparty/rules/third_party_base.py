"""A base address at another host."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-base",
    severity=Severity.ERROR,
    uses=frozenset({Use.BASE}),
    problem='{where} moves every relative address of the page to "{evidence}" at {host}',
    remedy="remove it, or name the site itself",
    protects=(
        "With a foreign base every picture, style sheet and form with a relative address "
        "goes to that host."
    ),
    example='<base href="https://mirror.example/">',
    fix='<base href="/de/">',
)
