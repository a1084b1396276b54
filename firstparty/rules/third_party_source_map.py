"""A source map at another host."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-source-map",
    severity=Severity.WARNING,
    uses=frozenset({Use.SOURCE_MAP}),
    problem='{where} names the source map "{evidence}" at {host}',
    remedy="publish the map with the site, or remove the header",
    protects="Browsers fetch it as soon as their developer tools are opened.",
    example="SourceMap: https://maps.example/site.js.map",
    fix="SourceMap: /js/site.js.map",
)
