"""A redirect to another host."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-redirect",
    severity=Severity.ERROR,
    uses=frozenset({Use.REDIRECT}),
    problem='{where} would send visitors on to "{evidence}" at {host} unasked',
    remedy="show a page with a link instead",
    protects="The visitor's browser contacts the other host without anybody having chosen to.",
    example='<meta http-equiv="refresh" content="0; url=https://elsewhere.example/">',
    fix='<p>We have moved to <a href="https://elsewhere.example/">elsewhere.example</a>.</p>',
)
