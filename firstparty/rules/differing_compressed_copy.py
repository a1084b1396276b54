"""A compressed file that does not hold what the plain one holds."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="differing-compressed-copy",
    severity=Severity.ERROR,
    uses=frozenset({Use.DIFFERING_COPY}),
    problem='"{evidence}" does not hold what "{detail}" holds',
    remedy="compress the plain file again",
    protects=(
        "Servers deliver the compressed copy to nearly every browser; it must be what has "
        "been checked."
    ),
    example="index.html.gz made before index.html was changed",
    fix="index.html.gz made from index.html",
)
