"""Browsers told to look up or fetch the links of a page before they are followed."""

from __future__ import annotations

from firstparty.model import Severity, Use
from firstparty.rules.rule import Rule

RULE = Rule(
    id="unasked-lookup",
    severity=Severity.ERROR,
    uses=frozenset({Use.LOOKUP}),
    problem=(
        '{where} "{evidence}" makes browsers look up or fetch every link of the page '
        "before it is followed"
    ),
    remedy="remove it, or limit it to addresses of the site",
    protects=(
        "Every host that a page links to is looked up or contacted, though the visitor "
        "follows none of the links."
    ),
    example='<meta http-equiv="x-dns-prefetch-control" content="on">',
    fix='<meta http-equiv="x-dns-prefetch-control" content="off">',
)
