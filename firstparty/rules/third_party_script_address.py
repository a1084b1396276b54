"""A foreign address in a script."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-script-address",
    severity=Severity.ERROR,
    uses=frozenset({Use.SCRIPT_URL}),
    problem='the script holds the address "{evidence}" at {host} ({where})',
    remedy="name an address of the site, or accept the reviewed script in the baseline",
    protects="An address in a script is there to be used; when, the text alone does not show.",
    example='fetch("https://api.example/tiles")',
    fix='fetch("/api/tiles")',
)
