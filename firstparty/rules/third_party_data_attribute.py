"""A foreign address kept for a script."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-data-attribute",
    severity=Severity.WARNING,
    uses=frozenset({Use.DATA_ATTRIBUTE}),
    problem='{where} holds the address "{evidence}" at {host}, which a script of the page may load',
    remedy="name an address of the site, or remove the attribute",
    protects=(
        "Lazy loading and consent scripts keep addresses in data attributes and load them later."
    ),
    example='<img data-src="https://pictures.example/map.png">',
    fix='<img src="/images/map.png" loading="lazy">',
)
