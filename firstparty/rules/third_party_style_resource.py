"""Something that a style loads from another host."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-style-resource",
    severity=Severity.ERROR,
    uses=frozenset({Use.STYLE_RESOURCE}),
    problem='the style of {where} would fetch "{evidence}" from {host}',
    remedy="copy it into the site and name the copy",
    protects=(
        "Backgrounds, cursors, masks and filters are fetched as soon as an element needs "
        "them, some only when it is hovered or printed."
    ),
    example='body { background: url("https://pictures.example/paper.png") }',
    fix='body { background: url("/images/paper.png") }',
)
