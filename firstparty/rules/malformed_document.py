"""A document that does not parse."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="malformed-document",
    severity=Severity.ERROR,
    uses=frozenset({Use.MALFORMED}),
    problem="this is no well-formed {evidence}: {detail}",
    remedy="correct it",
    protects=(
        "Readers differ in what they make of a broken document; what follows the mistake "
        "has not been judged."
    ),
    example='{"icons": [}',
    fix='{"icons": []}',
)
