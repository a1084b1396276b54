"""A script from another host."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-script",
    severity=Severity.ERROR,
    uses=frozenset({Use.SCRIPT, Use.MODULE}),
    problem='the script "{evidence}" in {where} would be fetched from {host} and run',
    remedy="copy it into the site and name the copy",
    protects=(
        "A script from another host learns of the visit and can do in the page whatever "
        "it likes, today and after any change there."
    ),
    example='<script src="https://cdn.example/lib.js"></script>',
    fix='<script src="/js/lib.js"></script>',
)
