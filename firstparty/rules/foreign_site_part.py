"""Another host named as a part or a form of this site."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="foreign-site-part",
    severity=Severity.WARNING,
    uses=frozenset({Use.SITE_PART}),
    problem='{where} names "{evidence}" at {host} as a part of this site',
    remedy="name an address of the site, or allow the origin",
    protects=(
        "Readers, previews and some browsers follow these relations as if they led to the "
        "same site."
    ),
    example='<link rel="canonical" href="https://elsewhere.example/page">',
    fix='<link rel="canonical" href="https://www.example.org/page">',
)
