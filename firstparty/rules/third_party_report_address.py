"""Reports that go to another host."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-report-address",
    severity=Severity.ERROR,
    uses=frozenset({Use.REPORTING}),
    problem='browsers would send reports to "{evidence}" at {host} ({where})',
    remedy="collect reports at the site's own origin, or not at all",
    protects="A report holds the address of the page, the visitor's address and what went wrong.",
    example='Reporting-Endpoints: default="https://reports.example/in"',
    fix='Reporting-Endpoints: default="/reports"',
)
