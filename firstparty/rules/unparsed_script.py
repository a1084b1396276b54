"""A script that could not be read."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="unparsed-script",
    severity=Severity.ERROR,
    uses=frozenset({Use.SCRIPT_UNPARSED}),
    problem='the script could not be read at "{evidence}"',
    remedy="correct its syntax, or accept the reviewed script in the baseline",
    protects="What cannot be read cannot be judged.",
    example='fetch("/a"',
    fix='fetch("/a")',
)
