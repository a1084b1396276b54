"""An alternative service at another host."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-alternative-service",
    severity=Severity.ERROR,
    uses=frozenset({Use.ALTERNATIVE_SERVICE}),
    problem='{where} would make browsers fetch the site from "{evidence}" at {host}',
    remedy='name a port of the same host, such as h3=":443"',
    protects="Browsers then connect to the other host for every later request.",
    example='Alt-Svc: h3="edge.example:443"',
    fix='Alt-Svc: h3=":443"',
)
