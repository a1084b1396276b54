"""A file that could not be read."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="unreadable-file",
    severity=Severity.ERROR,
    uses=frozenset({Use.UNREADABLE}),
    problem='"{evidence}" could not be read: {detail}',
    remedy="make it readable, or remove it from the folder",
    protects="What cannot be read cannot be judged, and a server may still deliver it.",
    example="a file without read permission",
    fix="a file that everybody may read",
)
