"""A form that is sent to another host."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-form",
    severity=Severity.ERROR,
    uses=frozenset({Use.FORM}),
    problem='the form would send its fields to "{evidence}" at {host} ({where})',
    remedy="post it to the site's own origin",
    protects="What people write into the form goes to somebody whom the page does not name.",
    example='<form action="https://forms.example/submit" method="post">…</form>',
    fix='<form action="/account/trial" method="post">…</form>',
)
