"""An image from another host."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-image",
    severity=Severity.ERROR,
    uses=frozenset({Use.IMAGE}),
    problem='the image "{evidence}" in {where} would be fetched from {host}',
    remedy="copy it into the site and name the copy",
    protects=(
        "Every visitor's browser asks that host for the picture and tells it the "
        "visitor's address, the browser and, often, the page being read."
    ),
    example='<img src="https://pictures.example/map.png" alt="Map">',
    fix='<img src="/images/map.png" alt="Map">',
)
