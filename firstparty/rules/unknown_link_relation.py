"""A link element or header whose relation is not known to be inert."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="unknown-link-relation",
    severity=Severity.ERROR,
    uses=frozenset({Use.RELATION}),
    problem='nothing is known about {where}, which names "{evidence}" at {host}',
    remedy="remove it, or use a relation that browsers do not fetch",
    protects=(
        "Browsers learn new relations that fetch; a relation is harmless only when it is "
        "known to be."
    ),
    example='<link rel="search" href="https://search.example/description.xml">',
    fix='<link rel="search" href="/opensearch.xml">',
)
