"""Speculation rules that reach another host."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-speculation",
    severity=Severity.ERROR,
    uses=frozenset({Use.SPECULATION}),
    problem='the rules in {where} would fetch "{evidence}" from {host} before anybody asks',
    remedy='name only addresses of the site, such as "/*"',
    protects=(
        "Browsers fetch or even run a page that the visitor has not opened and may never open."
    ),
    example='{"prefetch": [{"urls": ["https://elsewhere.example/next"]}]}',
    fix='{"prefetch": [{"where": {"href_matches": "/*"}}]}',
)
