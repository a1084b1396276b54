"""Something too large, too deep or too slow to be read to its end."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="unread-remainder",
    severity=Severity.ERROR,
    uses=frozenset({Use.EXCESS}),
    problem="{where} was not read to its end: {evidence}",
    remedy="make it smaller or flatter",
    protects="What has not been read has not been judged.",
    example="a document inside a document inside a document …",
    fix="one document",
)
