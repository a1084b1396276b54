"""An SVG reference to another host."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-svg-reference",
    severity=Severity.ERROR,
    uses=frozenset({Use.SVG_REFERENCE}),
    problem='{where} refers to "{evidence}" at {host}, which a browser may fetch',
    remedy="copy the drawing into the site and refer to it there",
    protects="Shapes, filters and animations of SVG can name whole documents elsewhere.",
    example='<use href="https://icons.example/all.svg#map"/>',
    fix='<use href="/icons.svg#map"/>',
)
