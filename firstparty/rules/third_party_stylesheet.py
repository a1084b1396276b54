"""A style sheet from another host."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-stylesheet",
    severity=Severity.ERROR,
    uses=frozenset({Use.STYLESHEET}),
    problem='the style sheet "{evidence}" in {where} would be fetched from {host}',
    remedy="copy it into the site and name the copy",
    protects=(
        "A style sheet is fetched before anything is shown, and it can load more from anywhere."
    ),
    example='<link rel="stylesheet" href="https://cdn.example/site.css">',
    fix='<link rel="stylesheet" href="/css/site.css">',
)
