"""A hint that makes a browser look up or contact another host."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-hint",
    severity=Severity.ERROR,
    uses=frozenset({Use.HINT}),
    problem='{where} would make browsers contact {host} for "{evidence}"',
    remedy="remove the hint, or copy the file into the site and name the copy",
    protects=(
        "A hint is enough to look up the name, open a connection or fetch the whole file, "
        "before anything needs it."
    ),
    example='<link rel="preconnect" href="https://fonts.example">',
    fix='<link rel="preload" href="/fonts/text.woff2" as="font" crossorigin>',
)
