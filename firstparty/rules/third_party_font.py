"""A font from another host."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-font",
    severity=Severity.ERROR,
    uses=frozenset({Use.FONT}),
    problem='the font "{evidence}" in {where} would be fetched from {host}',
    remedy="copy the font file and its licence into the site and name the copy",
    protects="A font service learns of every visit to every page that uses the font.",
    example='@font-face { font-family: Text; src: url("https://fonts.example/text.woff2") }',
    fix='@font-face { font-family: Text; src: url("/fonts/text.woff2") }',
)
