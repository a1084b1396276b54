"""A web manifest, or an address in one, at another host."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="third-party-manifest",
    severity=Severity.ERROR,
    uses=frozenset({Use.MANIFEST}),
    problem='{where} names "{evidence}" at {host}',
    remedy="copy what is needed into the site and name the copy",
    protects=(
        "Browsers read the manifest when a page is opened or installed, and contact what it names."
    ),
    example='<link rel="manifest" href="https://cdn.example/site.webmanifest">',
    fix='<link rel="manifest" href="/site.webmanifest">',
)
