"""A file of a kind that nobody knows."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="unknown-file-kind",
    severity=Severity.ERROR,
    uses=frozenset({Use.UNKNOWN_KIND}),
    problem='"{evidence}" is of a kind that is not known',
    remedy="give it the suffix of what it holds, or remove it from the folder",
    protects="A browser may read as a document what nobody here has looked at.",
    example="page.phtml",
    fix="page.html",
)
