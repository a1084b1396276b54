"""Metadata that holds an address at another host."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-metadata",
    severity=Severity.WARNING,
    uses=frozenset({Use.METADATA}),
    problem=(
        '{where} holds the address "{evidence}" at {host}, which previews and readers may fetch'
    ),
    remedy="name an address of the site",
    protects=(
        "Programs that show a preview of a page fetch what its metadata names, on the "
        "device of whoever got the link."
    ),
    example='<meta property="og:image" content="https://pictures.example/map.png">',
    fix='<meta property="og:image" content="https://www.example.org/map.png">',
)
